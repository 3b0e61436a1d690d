import { Form, Input, Radio } from 'antd';
import type { Shape } from '../../api/calls.ts';
import { useList } from '../../api/use-list.ts';
import { CommandForm } from '../../parts/command-form.tsx';
import { todayHere } from '../../parts/day.ts';
import { DayInput } from '../../parts/day-input.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Panel } from '../../parts/panel.tsx';
import { ProblemNotice } from '../../parts/problem-notice.tsx';
import { go } from '../../shell/address.ts';
import { useTexts } from '../../shell/language.tsx';
import { AgendaChoice } from './agenda-choice.tsx';
import { meetingsTexts } from './texts.ts';

interface ConveneValues {
  readonly title: string;
  readonly convenesOn: string;
  readonly form: 'meeting' | 'circulation';
  /** Of the browser's field: no zone, meant as Shanghai's. */
  readonly votingClosesAt?: string;
  readonly claimIds?: string[];
  readonly inclusionIds?: string[];
}

/** Convening: what is reviewed, when, and in which form (R22). */
export default function ConvenePage() {
  const texts = useTexts(meetingsTexts);
  const accepted = useList('/v1/claims', { query: { state: 'accepted' } });
  const deferred = useList('/v1/claims', { query: { state: 'deferred' } });
  const submitted = useList('/v1/inclusions', { query: { state: 'submitted' } });
  const postponed = useList('/v1/inclusions', { query: { state: 'deferred' } });
  const claims: readonly Shape<'Claim'>[] = [...accepted.items, ...deferred.items];
  const inclusions: readonly Shape<'Inclusion'>[] = [...submitted.items, ...postponed.items];
  const required = [{ required: true }];
  return (
    <>
      <PageHead title={texts.convene} />
      <ProblemNotice problem={accepted.problem ?? deferred.problem ?? submitted.problem ?? postponed.problem} />
      <Panel>
        <CommandForm<'/v1/meetings', ConveneValues>
          path="/v1/meetings"
          draft="convene"
          initial={{ form: 'meeting', convenesOn: todayHere(), claimIds: [], inclusionIds: [] }}
          says={texts.conveneSays}
          submit={texts.convene}
          toBody={({ title, convenesOn, form, votingClosesAt, claimIds = [], inclusionIds = [] }) => ({
            title,
            convenesOn,
            form,
            number: null,
            votingClosesAt: votingClosesAt ? new Date(`${votingClosesAt}:00+08:00`).toISOString() : null,
            claimIds,
            inclusionIds,
          })}
          done={() => texts.conveneDone}
          onDone={({ meetingId }) => go(`/meetings/${meetingId}`)}
        >
          <Form.Item name="title" label={texts.name} rules={[{ required: true, whitespace: true }]}>
            <Input maxLength={200} />
          </Form.Item>
          <Form.Item name="convenesOn" label={texts.convenesOn} rules={required}>
            <DayInput />
          </Form.Item>
          <Form.Item name="form" label={texts.form}>
            <Radio.Group
              options={[
                { value: 'meeting', label: texts.meeting },
                { value: 'circulation', label: texts.circulation },
              ]}
            />
          </Form.Item>
          <Form.Item name="votingClosesAt" label={texts.closesAt}>
            <Input type="datetime-local" />
          </Form.Item>
          {claims.length + inclusions.length === 0 && !accepted.isLoading && <p>{texts.nothingToConvene}</p>}
          {claims.length > 0 && (
            <Form.Item className="wide" name="claimIds" label={texts.chooseClaims}>
              <AgendaChoice
                label={texts.chooseClaims}
                rows={claims.map((claim) => ({
                  id: claim.claimId,
                  creditCode: claim.creditCode,
                  institutionId: claim.institutionId,
                  amountFen: claim.claimedFen,
                  day: claim.filedOn,
                }))}
              />
            </Form.Item>
          )}
          {inclusions.length > 0 && (
            <Form.Item className="wide" name="inclusionIds" label={texts.chooseInclusions}>
              <AgendaChoice
                label={texts.chooseInclusions}
                rows={inclusions.map((inclusion) => ({
                  id: inclusion.inclusionId,
                  creditCode: inclusion.creditCode,
                  institutionId: null,
                  amountFen: null,
                  day: inclusion.submittedOn,
                }))}
              />
            </Form.Item>
          )}
        </CommandForm>
      </Panel>
    </>
  );
}
