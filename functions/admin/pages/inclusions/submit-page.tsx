import { Button, Form, Input } from 'antd';
import { CommandForm } from '../../parts/command-form.tsx';
import { todayHere } from '../../parts/day.ts';
import { DayInput } from '../../parts/day-input.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Panel } from '../../parts/panel.tsx';
import { filled } from '../../parts/texts.ts';
import { go } from '../../shell/address.ts';
import { useTexts } from '../../shell/language.tsx';
import { inclusionsTexts } from './texts.ts';

interface Paper {
  readonly reference?: string;
  readonly datedOn?: string;
}

interface SubmitValues {
  readonly creditCode: string;
  readonly name: string;
  readonly innovationNeed: string;
  readonly financingLack: string;
  readonly validUntil?: string;
  readonly papers?: readonly Paper[];
}

const papersMax = 20;

/** The office asks the joint conference to include an enterprise that holds no qualification (R5). */
export default function SubmitPage() {
  const texts = useTexts(inclusionsTexts);
  const required = [{ required: true, whitespace: true }];
  return (
    <>
      <PageHead title={texts.submit} />
      <Panel>
        <CommandForm<'/v1/enterprises/{creditCode}/inclusions', SubmitValues>
          path="/v1/enterprises/{creditCode}/inclusions"
          params={({ creditCode }) => ({ creditCode: creditCode.trim() })}
          draft="inclusion"
          initial={{ papers: [{}] }}
          says={texts.submitSays}
          submit={texts.submit}
          toBody={({ name, innovationNeed, financingLack, validUntil, papers = [] }) => ({
            name,
            innovationNeed,
            financingLack,
            validUntil: validUntil ?? null,
            evidence: papers
              .filter(({ reference }) => reference?.trim())
              .map(({ reference = '', datedOn }) => ({
                kind: 'supporting-document',
                reference,
                documentId: null,
                datedOn: datedOn ?? null,
              })),
          })}
          done={() => texts.submitDone}
          onDone={({ inclusionId }) => go(`/inclusions/${inclusionId}`)}
        >
          <Form.Item name="creditCode" label={texts.creditCode} rules={required}>
            <Input maxLength={18} />
          </Form.Item>
          <Form.Item name="name" label={texts.enterprise} rules={required}>
            <Input maxLength={100} />
          </Form.Item>
          <Form.Item name="innovationNeed" label={texts.innovationNeed} rules={required}>
            <Input.TextArea rows={3} maxLength={2000} />
          </Form.Item>
          <Form.Item name="financingLack" label={texts.financingLack} rules={required}>
            <Input.TextArea rows={3} maxLength={2000} />
          </Form.Item>
          <Form.Item name="validUntil" label={texts.validUntil} extra={texts.validUntilRule}>
            <DayInput />
          </Form.Item>
          <Form.List name="papers">
            {(papers, { add, remove }) => (
              <fieldset className="papers">
                <legend>{texts.papers}</legend>
                {papers.map(({ key, name }, index) => {
                  const number = index + 1;
                  return (
                    <div key={key} className="paper-row">
                      <Form.Item name={[name, 'reference']} noStyle>
                        <Input
                          maxLength={100}
                          placeholder={texts.paperReference}
                          aria-label={filled(texts.paperReferenceOf, { number })}
                        />
                      </Form.Item>
                      <Form.Item name={[name, 'datedOn']} noStyle>
                        <DayInput max={todayHere()} aria-label={filled(texts.paperDayOf, { number })} />
                      </Form.Item>
                      <Button onClick={() => remove(name)} aria-label={filled(texts.removePaper, { number })}>
                        {texts.remove}
                      </Button>
                    </div>
                  );
                })}
                {papers.length < papersMax && <Button onClick={() => add({})}>{texts.addPaper}</Button>}
              </fieldset>
            )}
          </Form.List>
        </CommandForm>
      </Panel>
    </>
  );
}
