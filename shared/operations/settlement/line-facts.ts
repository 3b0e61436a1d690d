import { type Day, yearOf } from '../../domain/calendar.ts';
import type { Claim } from '../../domain/claim.ts';
import type { YearUse } from '../../domain/claim-readiness.ts';
import type { FundHead } from '../../domain/fund-head.ts';
import type { Loan } from '../../domain/loan.ts';
import { type PolicyParameters, policyNamed } from '../../domain/policy.ts';
import { claimLayout } from '../../store/claims.ts';
import type { Database, ItemKey } from '../../store/database.ts';
import { headIn, headKey } from '../../store/fund.ts';
import { loanLayout } from '../../store/loans.ts';
import { bookIn } from '../../store/policy-book.ts';
import { type Items, readItems } from '../../store/read.ts';
import { keyOfResource, type Stored, storedIn } from '../../store/resource.ts';
import { settledInYear } from '../../store/settled-years.ts';
import { type LineEntry, lineKey, toLineEntry } from '../../store/settlement-line.ts';
import { wholeFund, yearUseKeys } from '../claims/year-use.ts';
import { compensatedPrincipalKeys } from '../institutions/compensated.ts';

/** All that the settlement of one place looks at, read strongly and at once. */
export interface LineFacts {
  /** The place as it is now; null where somebody else has settled it. */
  readonly entry: LineEntry | null;
  readonly claim: Stored<Claim>;
  readonly loan: Stored<Loan>;
  readonly parameters: PolicyParameters;
  readonly use: YearUse;
  readonly head: FundHead;
  /** All that was read, among it what the loss ratio of the institution rests on (R28). */
  readonly items: Items;
}

export const keysOfFacts = ({ place, claimId, loanId, institutionId }: LineEntry, year: number): readonly ItemKey[] => [
  lineKey(place),
  keyOfResource(claimLayout, claimId),
  keyOfResource(loanLayout, loanId),
  headKey,
  ...compensatedPrincipalKeys(institutionId),
  ...yearUseKeys(institutionId, year),
];

/** The facts of a place among items that were read; null where its claim or loan is not there. */
export function factsIn(items: Items, entry: LineEntry, year: number): LineFacts | null {
  const { place, claimId, loanId, institutionId } = entry;
  const now = items.get(lineKey(place));
  const claim = storedIn(items, claimLayout, claimId);
  const loan = storedIn(items, loanLayout, loanId);
  if (!claim || !loan) return null;
  const { parameters } = policyNamed(bookIn(items), claim.state.policy);
  const institutionFen = settledInYear(items, institutionId, year);
  const use = { year, institutionFen, fundFen: settledInYear(items, wholeFund, year) };
  return { entry: now ? toLineEntry(now) : null, claim, loan, parameters, use, head: headIn(items), items };
}

/**
 * Reads the facts of a place, strongly and at once.
 *
 * @throws Error where its claim or loan is not there: its line is held until somebody has looked.
 */
export async function readFacts(database: Database, entry: LineEntry, today: Day): Promise<LineFacts> {
  const year = yearOf(today);
  const facts = factsIn(await readItems(database, keysOfFacts(entry, year)), entry, year);
  if (!facts)
    throw new Error(`the claim ${entry.claimId} at ${entry.place}, or its loan ${entry.loanId}, is not there`);
  return facts;
}
