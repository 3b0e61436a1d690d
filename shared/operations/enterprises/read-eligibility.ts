import { type Day, dayAt } from '../../domain/calendar.ts';
import { type EligibilityAnswer, eligibility } from '../../domain/eligibility.ts';
import type { Fen } from '../../domain/money.ts';
import { enterpriseLayout, type GuardItem, guardKey } from '../../store/enterprises.ts';
import { institutionLayout } from '../../store/institutions.ts';
import { bookIn, policyBookKey } from '../../store/policy-book.ts';
import { readItems } from '../../store/read.ts';
import { keyOfResource, storedIn } from '../../store/resource.ts';
import type { Caller } from '../caller.ts';
import { readUnmarked } from '../loans/unmarked.ts';
import type { Services } from '../services.ts';
import { mayReadListing, readsExposure } from './access.ts';

export interface AskEligibility {
  readonly creditCode: string;
  readonly on: Day;
  readonly amountFen: Fen | null;
}

/**
 * Whether an enterprise may apply, rule by rule; one that the system does not know is simply not listed (R5). null if
 * it is not the caller's to ask about. A pure reading: `ask-eligibility.ts` records what has to be recorded.
 */
export async function readEligibility(
  services: Services,
  caller: Caller,
  { creditCode, on, amountFen }: AskEligibility,
): Promise<EligibilityAnswer | null> {
  if (!(await mayReadListing(services, caller, creditCode))) return null;
  const isBank = caller.role === 'bank';
  const items = await readItems(services.database, [
    keyOfResource(enterpriseLayout, creditCode),
    guardKey(creditCode),
    policyBookKey,
    ...(isBank ? [keyOfResource(institutionLayout, caller.org)] : []),
  ]);
  const guard = items.get<GuardItem>(guardKey(creditCode));
  const book = bookIn(items);
  const unmarked = await readUnmarked(services, creditCode, book, dayAt(services.now()));
  return eligibility({
    creditCode,
    enterprise: storedIn(items, enterpriseLayout, creditCode)?.state ?? null,
    exposure: { exposureFen: guard?.exposureFen ?? 0, defaults: (guard?.defaults ?? 0) + unmarked.defaults },
    bank: isBank
      ? { institutionId: caller.org, institution: storedIn(items, institutionLayout, caller.org)?.state ?? null }
      : null,
    book,
    on,
    amountFen,
    showsExposure: await readsExposure(services, caller, creditCode, guard),
  });
}
