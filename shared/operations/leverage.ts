import { type Day, yearOf } from '../domain/calendar.ts';
import { balanceOf } from '../domain/fund-head.ts';
import { type Leverage, limitsLeverage, outstandingIn } from '../domain/leverage.ts';
import { periodsThrough } from '../domain/period.ts';
import type { PolicyVersion } from '../domain/policy.ts';
import type { ItemKey } from '../store/database.ts';
import { readBuckets } from '../store/figures.ts';
import { headIn, headKey } from '../store/fund.ts';
import { balanceCheck, turnKey, turnWrite } from '../store/leverage.ts';
import { bookIn } from '../store/policy-book.ts';
import type { Items } from '../store/read.ts';
import type { Write } from '../store/transaction.ts';
import type { Services } from './services.ts';

/** What is read of the leverage before the figures; nothing where the version sets no limit. */
export const leverageKeys = (policy: PolicyVersion | null): readonly ItemKey[] =>
  limitsLeverage(policy) ? [headKey, turnKey] : [];

/** The leverage as it stands, by the figures of today, read after those items; null where the version sets no limit. */
export async function readLeverage(
  { database }: Services,
  items: Items,
  policy: PolicyVersion | null,
  today: Day,
): Promise<Leverage | null> {
  if (!limitsLeverage(policy)) return null;
  const firstYear = yearOf(bookIn(items)[0]?.effectiveFrom ?? today);
  const buckets = await readBuckets(database, periodsThrough(firstYear, `${yearOf(today)}-12-31`));
  return { outstandingFen: outstandingIn(buckets.values()), balanceFen: balanceOf(headIn(items)) };
}

/** What a disbursement that was judged by the leverage asks again at its write (decisions/0017). */
export const leverageWrites = (items: Items, leverage: Leverage | null): readonly Write[] =>
  leverage ? [balanceCheck(headIn(items)), turnWrite(items)] : [];
