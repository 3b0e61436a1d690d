import type { Day } from './calendar.ts';
import type { Loan } from './loan.ts';
import { type Refusal, refusedBy } from './refusal.ts';

/** A day of what was done to a loan lies from its disbursement to today. */
export function refusalOfDone(
  rule: string | null,
  field: string,
  given: Day,
  { disbursedOn }: Loan,
  today: Day,
): Refusal | null {
  if (given >= disbursedOn && given <= today) return null;
  return refusedBy(rule, 'date-out-of-range', { field, given, from: disbursedOn, through: today });
}

/** What was done is reported in order: not before the last one of its kind; the same day is in order. */
export function refusalOfOrder(rule: string, field: string, given: Day, last: Day | null): Refusal | null {
  return last === null || given >= last ? null : refusedBy(rule, 'out-of-date-order', { field, given, last });
}
