import { Alert, Form } from 'antd';
import type { Shape } from '../../api/calls.ts';
import { useRead } from '../../api/use-read.ts';
import { AmountInput } from '../../parts/amount-input.tsx';
import { CommandDialog } from '../../parts/command-dialog.tsx';
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
  const { value, problem } = useRead('/v1/enterprises/{creditCode}/eligibility', { params: { creditCode } });
  return (
    <Panel title={texts.decide}>
      <ProblemNotice problem={problem} />
      {value && (
        <>
          <Alert
            className="problem"
            showIcon
            type={value.eligible ? 'success' : 'warning'}
            title={value.eligible ? texts.mayConfirm : texts.mayNot}
          />
          <RuleCheck reasons={value.reasons} />
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
