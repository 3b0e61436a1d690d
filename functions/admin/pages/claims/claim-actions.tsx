import { Form, Input } from 'antd';
import { claimMoves, mayMove } from '../../../../shared/contracts/moves.ts';
import type { Shape } from '../../api/calls.ts';
import { CommandDialog } from '../../parts/command-dialog.tsx';
import { PaymentActions } from '../../parts/payment-actions.tsx';
import { useHasRole } from '../../session/use-session.ts';
import { useTexts } from '../../shell/language.tsx';
import { RetrySettlement } from './retry-settlement.tsx';
import { claimsTexts } from './texts.ts';

interface ClaimActionsProps {
  readonly claim: Shape<'Claim'>;
  readonly onDone: () => void;
}

/** What whoever looks may do with the claim where it stands. */
export function ClaimActions({ claim, onDone }: ClaimActionsProps) {
  const texts = useTexts(claimsTexts);
  const isOffice = useHasRole('office');
  const isFinance = useHasRole('finance');
  const { claimId, version, state } = claim;
  return (
    <>
      {isOffice && mayMove(claimMoves, state, 'claim-accepted') && (
        <CommandDialog<'/v1/claims/{claimId}/acceptance', object>
          title={texts.accept}
          isPrimary
          path="/v1/claims/{claimId}/acceptance"
          params={{ claimId }}
          version={version}
          draft={`accept ${claimId}`}
          says={texts.acceptSays}
          submit={texts.accept}
          toBody={() => ({ decision: 'accept', note: null })}
          done={() => texts.acceptDone}
          onDone={onDone}
        />
      )}
      {isOffice && mayMove(claimMoves, state, 'claim-returned') && (
        <CommandDialog<'/v1/claims/{claimId}/acceptance', { note: string }>
          title={texts.return}
          path="/v1/claims/{claimId}/acceptance"
          params={{ claimId }}
          version={version}
          draft={`return ${claimId}`}
          says={texts.returnSays}
          submit={texts.return}
          toBody={({ note }) => ({ decision: 'return', note })}
          done={() => texts.returnDone}
          onDone={onDone}
        >
          <Form.Item name="note" label={texts.noteLabel} rules={[{ required: true, whitespace: true }]}>
            <Input.TextArea rows={4} maxLength={2000} showCount />
          </Form.Item>
        </CommandDialog>
      )}
      {isOffice && mayMove(claimMoves, state, 'claim-line-released') && (
        <RetrySettlement claim={claim} onDone={onDone} />
      )}
      {isFinance && <PaymentActions claim={claim} onDone={onDone} />}
    </>
  );
}
