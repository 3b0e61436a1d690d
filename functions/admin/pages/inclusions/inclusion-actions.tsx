import { Form, Input } from 'antd';
import { inclusionMoves, mayMove } from '../../../../shared/contracts/moves.ts';
import type { Shape } from '../../api/calls.ts';
import { CommandDialog } from '../../parts/command-dialog.tsx';
import { useHasRole, useWho } from '../../session/use-session.ts';
import { useTexts } from '../../shell/language.tsx';
import { inclusionsTexts } from './texts.ts';

interface InclusionActionsProps {
  readonly inclusion: Shape<'Inclusion'>;
  readonly onDone: () => void;
}

/** The office withdraws a request of its own, or revokes an inclusion in force. */
export function InclusionActions({ inclusion, onDone }: InclusionActionsProps) {
  const texts = useTexts(inclusionsTexts);
  const isOffice = useHasRole('office');
  const { org } = useWho();
  const { inclusionId, state, submittedBy, version } = inclusion;
  if (!isOffice) return null;
  return (
    <>
      {mayMove(inclusionMoves, state, 'inclusion-withdrawn') && submittedBy === org && (
        <CommandDialog<'/v1/inclusions/{inclusionId}/withdrawal', { reason?: string }>
          title={texts.withdraw}
          path="/v1/inclusions/{inclusionId}/withdrawal"
          params={{ inclusionId }}
          version={version}
          draft={`withdraw ${inclusionId}`}
          says={texts.withdrawSays}
          submit={texts.withdraw}
          toBody={({ reason }) => ({ reason: reason || null })}
          done={() => texts.withdrawDone}
          onDone={onDone}
        >
          <Form.Item name="reason" label={texts.reason}>
            <Input.TextArea rows={2} maxLength={2000} />
          </Form.Item>
        </CommandDialog>
      )}
      {mayMove(inclusionMoves, state, 'inclusion-revoked') && (
        <CommandDialog<'/v1/inclusions/{inclusionId}/revocation', { reason: string }>
          title={texts.revoke}
          path="/v1/inclusions/{inclusionId}/revocation"
          params={{ inclusionId }}
          version={version}
          draft={`revoke ${inclusionId}`}
          says={texts.revokeSays}
          submit={texts.revoke}
          isDanger
          toBody={(values) => values}
          done={() => texts.revokeDone}
          onDone={onDone}
        >
          <Form.Item name="reason" label={texts.reason} rules={[{ required: true, whitespace: true }]}>
            <Input.TextArea rows={3} maxLength={2000} />
          </Form.Item>
        </CommandDialog>
      )}
    </>
  );
}
