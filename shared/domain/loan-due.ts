import { addDays, type Day } from './calendar.ts';
import { mayMove } from './graph.ts';
import { evolveLoan, type Loan, loanMoves } from './loan.ts';
import type { PolicyParameters } from './policy.ts';
import type { Servicing } from './servicing-event.ts';

/** The day on which a loan becomes non-performing with nobody reporting (R19): overdue day `nonPerformingAfterDays` + 1. */
export const nonPerformingOn = (
  { maturesOn }: Pick<Loan, 'maturesOn'>,
  { nonPerformingAfterDays }: Pick<PolicyParameters, 'nonPerformingAfterDays'>,
): Day => addDays(maturesOn, nonPerformingAfterDays + 1);

/** What the days have made of a loan with nobody reporting, and the events that say so. */
export interface Elapsed {
  readonly loan: Loan;
  readonly events: readonly Servicing[];
}

/**
 * A loan as the days up to today make it (R19): overdue from the day after maturity, non-performing from overdue day
 * `nonPerformingAfterDays` + 1. Commands decide on this, so that none depends on the night job having run; what is
 * claimed, compensated, repaid or written off the days leave alone.
 */
export function elapsed(loan: Loan, parameters: PolicyParameters, today: Day): Elapsed {
  const events: Servicing[] = [];
  const badOn = nonPerformingOn(loan, parameters);
  if (mayMove(loanMoves, loan.state, 'loan-became-overdue') && today > loan.maturesOn) {
    const data = { since: addDays(loan.maturesOn, 1), nonPerformingOn: badOn };
    events.push({ type: 'loan-became-overdue', data });
  }
  if (mayMove(loanMoves, loan.state, 'loan-became-non-performing') && today >= badOn) {
    events.push({ type: 'loan-became-non-performing', data: { since: badOn } });
  }
  return { loan: events.reduce<Loan>(evolveLoan, loan), events };
}
