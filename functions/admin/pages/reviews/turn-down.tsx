import { Form, Input } from 'antd';
import type { Shape } from '../../api/calls.ts';
import { CommandDialog } from '../../parts/command-dialog.tsx';
import { useTexts } from '../../shell/language.tsx';
import { reviewsTexts } from './texts.ts';

interface TurnDownProps {
  readonly decision: 'return' | 'reject';
  readonly application: Shape<'Application'>;
  readonly onDecided: () => void;
}

/** Returns or rejects an application, with the reason that both parties are shown. */
export function TurnDown({ decision, application, onDecided }: TurnDownProps) {
  const { applicationId, version } = application;
  const texts = useTexts(reviewsTexts);
  return (
    <CommandDialog<'/v1/applications/{applicationId}/reviews', { reason: string }>
      title={texts[decision]}
      path="/v1/applications/{applicationId}/reviews"
      params={{ applicationId }}
      version={version}
      draft={`${decision} ${applicationId}`}
      says={decision === 'return' ? texts.returnSays : texts.rejectSays}
      submit={texts[decision]}
      isDanger={decision === 'reject'}
      toBody={({ reason }) => ({
        decision,
        approvedAmountFen: null,
        annualRateBp: null,
        annualRatePpm: null,
        reason,
      })}
      done={() => (decision === 'return' ? texts.returnDone : texts.rejectDone)}
      onDone={onDecided}
    >
      <Form.Item name="reason" label={texts.reason} rules={[{ required: true, whitespace: true }]}>
        <Input.TextArea rows={3} maxLength={2000} showCount />
      </Form.Item>
    </CommandDialog>
  );
}
