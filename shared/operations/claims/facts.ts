import { type Day, yearOf } from '../../domain/calendar.ts';
import type { ClaimFacts } from '../../domain/claim-readiness.ts';
import type { Loan } from '../../domain/loan.ts';
import { type Elapsed, elapsed } from '../../domain/loan-due.ts';
import { policyNamed } from '../../domain/policy.ts';
import { bookIn } from '../../store/policy-book.ts';
import type { Items } from '../../store/read.ts';
import type { Caller } from '../caller.ts';
import { yearUseIn } from './year-use.ts';

/**
 * What the check of a claim looks at (R20), out of items among which are the policy book and the year's settlements: the
 * loan as the days have made it by its own version (R2), and the events that say so where the night job has not yet.
 */
export function claimFactsIn(
  items: Items,
  stored: Loan,
  caller: Caller,
  today: Day,
): { readonly facts: ClaimFacts; readonly events: Elapsed['events'] } {
  const { parameters } = policyNamed(bookIn(items), stored.policy);
  const { loan, events } = elapsed(stored, parameters, today);
  const use = yearUseIn(items, caller, loan.institutionId, yearOf(today));
  return { facts: { loan, parameters, use, today }, events };
}
