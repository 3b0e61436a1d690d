import { addDays, addMonths, type Day, daysBetween, yearOf } from './calendar.ts';
import { refusalOfMove } from './graph.ts';
import { type Loan, loanMoves } from './loan.ts';
import type { PolicyParameters } from './policy.ts';
import { accepted, type Decision, type Refusal, refusedBy } from './refusal.ts';
import type { LoanExtended } from './servicing-event.ts';

/** A bank's report that it agreed to a later maturity (展期). */
export interface Extension {
  readonly maturesOn: Day;
  readonly reason: string;
}

/**
 * Decides an extension (R18); an overdue loan is active again by it.
 *
 * Refusals in order: `state-conflict`, `date-out-of-range` (not after the old maturity and after today),
 * `extension-limit` (their number, then their length together).
 */
export function decideExtension(
  loan: Loan,
  { maturesOn, reason }: Extension,
  parameters: PolicyParameters,
  today: Day,
): Decision<LoanExtended> {
  const data = { maturesOn, previousMaturesOn: loan.maturesOn, reason, on: today };
  return (
    refusalOfMove(loanMoves, loan.state, 'loan-extended') ??
    refusalOfMaturity(loan, maturesOn, today) ??
    refusalOfNumber(loan, parameters) ??
    refusalOfLength(loan, maturesOn) ??
    accepted({ type: 'loan-extended', data })
  );
}

function refusalOfMaturity(loan: Loan, given: Day, today: Day): Refusal | null {
  const after = loan.maturesOn > today ? loan.maturesOn : today;
  return given > after
    ? null
    : refusedBy('R18', 'date-out-of-range', { field: 'maturesOn', given, from: addDays(after, 1) });
}

function refusalOfNumber({ extensions }: Loan, { maxExtensions }: PolicyParameters): Refusal | null {
  return extensions < maxExtensions ? null : refusedBy('R18', 'extension-limit', { extensions, maxExtensions });
}

/**
 * The last day that extensions may reach: all together no longer than the original term, in days. A loan that ends on the
 * eve of the same day of a month, as 2021-03-25 to 2022-03-24, has run whole months: its last day counts, too.
 */
function latestMaturity({ disbursedOn, originalMaturesOn }: Loan): Day {
  const dayAfter = addDays(originalMaturesOn, 1);
  const months = 12 * (yearOf(dayAfter) - yearOf(disbursedOn)) + monthOf(dayAfter) - monthOf(disbursedOn);
  const runsWholeMonths = addMonths(disbursedOn, months) === dayAfter;
  return addDays(originalMaturesOn, daysBetween(disbursedOn, runsWholeMonths ? dayAfter : originalMaturesOn));
}

const monthOf = (day: Day): number => Number(day.slice(5, 7));

function refusalOfLength(loan: Loan, maturesOn: Day): Refusal | null {
  const latest = latestMaturity(loan);
  return maturesOn <= latest ? null : refusedBy('R18', 'extension-limit', { maturesOn, latest });
}
