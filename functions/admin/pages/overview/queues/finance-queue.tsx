import type { Shape } from '../../../api/calls.ts';
import { useRead } from '../../../api/use-read.ts';
import { useTexts } from '../../../shell/language.tsx';
import { overviewTexts } from '../texts.ts';
import { QueueEntry } from './queue-entry.tsx';

/** What waits for the finance bureau: to pay, and money to be found. */
export function FinanceQueue({ statistics }: { readonly statistics: Shape<'Statistics'> | null }) {
  const texts = useTexts(overviewTexts);
  const { value } = useRead('/v1/fund/payment-list', { query: { limit: 200 } }, { everyMs: 30_000 });
  return (
    <>
      <QueueEntry
        count={value?.items.length ?? null}
        isMore={value !== null && value.nextCursor !== null}
        name={texts.toPay}
        to="/fund/payments"
      />
      <QueueEntry
        count={statistics?.claims['awaiting-funds']?.count ?? null}
        name={texts.waitingFunds}
        to="/claims"
        query={{ state: 'awaiting-funds' }}
      />
    </>
  );
}
