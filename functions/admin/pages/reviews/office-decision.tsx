import { Alert, Form } from 'antd';
import type { Shape } from '../../api/calls.ts';
import { useRead } from '../../api/use-read.ts';
import { AmountInput } from '../../parts/amount-input.tsx';
import { CommandDialog } from '../../parts/command-dialog.tsx';
import { useInstitutions } from '../../parts/institution-names.tsx';
import { Panel } from '../../parts/panel.tsx';
import { ProblemNotice } from '../../parts/problem-notice.tsx';
import { RuleCheck } from '../../parts/rule-check.tsx';
import { useTexts } from '../../shell/language.tsx';
import { reviewsTexts } from './texts.ts';
import { TurnDown } from './turn-down.tsx';

interface OfficeDecisionProps {
  readonly application: Shape<'Application'>;
  readonly onDecided: () => void;
}

/** The check, rule by rule, and beside it what the office may do. */
export function OfficeDecision({ application, onDecided }: OfficeDecisionProps) {
  const { applicationId, creditCode, approvedAmountFen, amountFen, version } = application;
  const texts = useTexts(reviewsTexts);
  const institution = useInstitutions().find(({ institutionId }) => institutionId === application.institutionId);
  const { value, problem } = useRead('/v1/enterprises/{creditCode}/eligibility', { params: { creditCode } });
  const mayConfirm = value?.eligible && institution?.state === 'admitted';
  return (
    <Panel title={texts.decide}>
      <ProblemNotice problem={problem} />
      {value && (
        <>
          <Alert
            className="problem"
            showIcon
            type={mayConfirm ? 'success' : 'warning'}
            title={mayConfirm ? texts.mayConfirm : texts.mayNot}
          />
          <RuleCheck reasons={[...value.reasons, ...(institution ? [admissionReason(institution)] : [])]} />
        </>
      )}
      <div className="form-actions">
        <CommandDialog<'/v1/applications/{applicationId}/reviews', { approvedAmountFen?: number }>
          title={texts.approve}
          isPrimary
          path="/v1/applications/{applicationId}/reviews"
          params={{ applicationId }}
          version={version}
          draft={`approve ${applicationId}`}
          initial={{ approvedAmountFen: approvedAmountFen ?? amountFen }}
          says={texts.approveSays}
          submit={texts.approve}
          toBody={(values) => ({
            decision: 'approve',
            approvedAmountFen: values.approvedAmountFen ?? null,
            annualRateBp: null,
            annualRatePpm: null,
            reason: null,
          })}
          done={() => texts.approveDone}
          onDone={onDecided}
        >
          <Form.Item name="approvedAmountFen" label={texts.approvedAmount} rules={[{ required: true }]}>
            <AmountInput />
          </Form.Item>
        </CommandDialog>
        <TurnDown decision="return" application={application} onDecided={onDecided} />
        <TurnDown decision="reject" application={application} onDecided={onDecided} />
      </div>
    </Panel>
  );
}

/** The API answers R9 to the bank that asks; for the office the institution itself says it. */
const admissionReason = ({ institutionId, state }: Shape<'Institution'>) => ({
  rule: 'R9',
  ok: state === 'admitted',
  facts: { institutionId, state },
});
