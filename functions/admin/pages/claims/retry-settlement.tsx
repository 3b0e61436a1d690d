import type { Shape } from '../../api/calls.ts';
import { useRead } from '../../api/use-read.ts';
import { CommandDialog } from '../../parts/command-dialog.tsx';
import { useTexts } from '../../shell/language.tsx';
import { claimsTexts } from './texts.ts';

interface RetrySettlementProps {
  readonly claim: Shape<'Claim'>;
  readonly onDone: () => void;
}

/** For a claim that failed five times and holds its line; nothing is shown for any other (R26). */
export function RetrySettlement({ claim, onDone }: RetrySettlementProps) {
  const texts = useTexts(claimsTexts);
  const { claimId, version } = claim;
  const { value, reload } = useRead('/v1/fund/line');
  const isHeld = value?.items.some((item) => item.claimId === claimId && item.heldSince !== null);
  if (!isHeld) return null;
  return (
    <CommandDialog<'/v1/claims/{claimId}/settlement-retry', object>
      title={texts.retry}
      path="/v1/claims/{claimId}/settlement-retry"
      params={{ claimId }}
      version={version}
      draft={`retry ${claimId}`}
      says={texts.retrySays}
      submit={texts.retry}
      toBody={() => ({ reason: null })}
      done={() => texts.retryDone}
      onDone={() => {
        reload();
        onDone();
      }}
    />
  );
}
