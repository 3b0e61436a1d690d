import { Form, Input, Select } from 'antd';
import type { BodyOf } from '../../api/calls.ts';
import { useList } from '../../api/use-list.ts';
import { CommandForm } from '../../parts/command-form.tsx';
import { DayInput } from '../../parts/day-input.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Panel } from '../../parts/panel.tsx';
import { ProblemNotice } from '../../parts/problem-notice.tsx';
import { go } from '../../shell/address.ts';
import { useLanguage, useTexts } from '../../shell/language.tsx';
import { type ParameterName, parameterBook } from './parameter-book.ts';
import { ParameterField } from './parameter-field.tsx';
import { readTyped } from './parameter-text.ts';
import { policiesTexts } from './texts.ts';

interface DraftValues {
  readonly name: string;
  readonly effectiveFrom: string;
  readonly title: string;
  readonly documentNumber?: string;
  readonly issuedOn?: string;
  readonly change?: ParameterName[];
  /** As typed, or as chosen. */
  readonly parameters?: Readonly<Record<string, unknown>>;
}

type DraftParameters = BodyOf<'/v1/policies'>['parameters'];

/** Drafting a version: what changes, beside what is in force (R1). */
export default function DraftPage() {
  const texts = useTexts(policiesTexts);
  const { language } = useLanguage();
  const { items, problem } = useList('/v1/policies');
  const newest = items.find(({ state }) => state === 'approved');
  const required = [{ required: true, whitespace: true }];
  return (
    <>
      <PageHead title={texts.draft} />
      <ProblemNotice problem={problem} />
      {newest && (
        <Panel>
          <CommandForm<'/v1/policies', DraftValues>
            path="/v1/policies"
            draft="policy"
            says={texts.draftSays}
            submit={texts.draft}
            toBody={({ name, effectiveFrom, title, documentNumber, issuedOn, change = [], parameters = {} }) => ({
              name,
              effectiveFrom,
              source: { title, documentNumber: documentNumber || null, issuedOn: issuedOn ?? null },
              parameters: Object.fromEntries(
                change.map((parameter) => [parameter, parameterOf(parameter, parameters[parameter])]),
              ) as DraftParameters,
            })}
            done={() => texts.draftDone}
            onDone={({ policyId }) => go(`/policies/${policyId}`)}
          >
            <Form.Item name="name" label={texts.name} rules={required}>
              <Input maxLength={100} />
            </Form.Item>
            <Form.Item name="effectiveFrom" label={texts.effectiveFrom} rules={[{ required: true }]}>
              <DayInput />
            </Form.Item>
            <Form.Item name="title" label={texts.sourceTitle} rules={required}>
              <Input maxLength={200} />
            </Form.Item>
            <Form.Item name="documentNumber" label={texts.documentNumber}>
              <Input maxLength={100} />
            </Form.Item>
            <Form.Item name="issuedOn" label={texts.issuedOn}>
              <DayInput />
            </Form.Item>
            <Form.Item name="change" label={texts.change} rules={[{ required: true }]}>
              <Select
                mode="multiple"
                showSearch={{ optionFilterProp: 'label' }}
                options={Object.entries(parameterBook).map(([value, entry]) => ({ value, label: entry[language] }))}
              />
            </Form.Item>
            <Form.Item noStyle shouldUpdate={(before, after) => before.change !== after.change}>
              {({ getFieldValue }) =>
                ((getFieldValue('change') ?? []) as ParameterName[]).map((parameter) => (
                  <ParameterField key={parameter} parameter={parameter} now={newest.parameters[parameter]} />
                ))
              }
            </Form.Item>
          </CommandForm>
        </Panel>
      )}
    </>
  );
}

function parameterOf(parameter: ParameterName, given: unknown): unknown {
  const { kind, mayBeOff } = parameterBook[parameter];
  if (kind === 'yesNo') return given === 'yes';
  if (kind === 'words') return mayBeOff && (given as readonly string[]).length === 0 ? null : given;
  return kind === 'choice' ? given : readTyped(kind, String(given ?? ''));
}
