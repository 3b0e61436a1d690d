import { addDays, type Day } from './calendar.ts';
import { mayMove, refusalOfMove } from './graph.ts';
import { type Loan, type LoanClass, loanMoves, overdueDaysOn } from './loan.ts';
import { nonPerformingOn } from './loan-due.ts';
import type { Fen } from './money.ts';
import type { PolicyParameters } from './policy.ts';
import { accepted, type Decision } from './refusal.ts';
import { refusalOfDone, refusalOfOrder } from './servicing-day.ts';
import type { Servicing } from './servicing-event.ts';

/** A bank's report of a loan's quality (五级分类). */
export interface Classification {
  readonly class: LoanClass;
  readonly asOf: Day;
  /** As the bank counts them. */
  readonly overdueDays: number;
  readonly unpaidInterestFen: Fen | null;
  readonly reason: string | null;
}

const passingClasses: readonly LoanClass[] = ['normal', 'special-mention'];

/**
 * Decides a classification (R19) and what follows from it for the loan's state: non-performing by the class or by the
 * days, overdue by the days, otherwise active; that is also how a loan is cured. Days count as the system counts them,
 * or as the bank does where it counts more.
 *
 * Refusals in order: `state-conflict`, `date-out-of-range` (before the disbursement, or later than today),
 * `out-of-date-order` (before the last class).
 */
export function decideClassification(
  loan: Loan,
  report: Classification,
  parameters: PolicyParameters,
  today: Day,
): Decision<Servicing> {
  const refusal =
    refusalOfMove(loanMoves, loan.state, 'loan-classified') ??
    refusalOfDone('R19', 'asOf', report.asOf, loan, today) ??
    refusalOfOrder('R19', 'asOf', report.asOf, loan.classAsOf);
  if (refusal) return refusal;
  const { class: reported, asOf, overdueDays, unpaidInterestFen, reason } = report;
  const data = { class: reported, asOf, overdueDays, unpaidInterestFen, reason };
  return accepted({ type: 'loan-classified', data }, ...movesBy(loan, report, parameters, today));
}

/**
 * What follows from a class and a count of days for a loan's state: nothing, or the move (R19). While a claim is open or
 * settled the class is recorded, and the state is the claim's.
 */
export function movesBy(
  loan: Loan,
  report: Pick<Classification, 'class' | 'asOf' | 'overdueDays'>,
  parameters: PolicyParameters,
  today: Day,
): readonly Servicing[] {
  const to = stateBy(loan, report, parameters, today);
  const since = report.asOf;
  const badOn = nonPerformingOn(loan, parameters);
  const may = (move: keyof typeof loanMoves): boolean => mayMove(loanMoves, loan.state, move);
  if (to === 'non-performing') {
    return may('loan-became-non-performing') ? [{ type: 'loan-became-non-performing', data: { since } }] : [];
  }
  if (to === 'overdue' && may('loan-became-overdue')) {
    return [{ type: 'loan-became-overdue', data: { since, nonPerformingOn: badOn } }];
  }
  const nextChangeOn = to === 'active' ? addDays(loan.maturesOn, 1) : badOn;
  return may(`cured-to-${to}`) ? [{ type: 'loan-cured', data: { to, on: today, nextChangeOn } }] : [];
}

function stateBy(
  loan: Loan,
  report: Pick<Classification, 'class' | 'overdueDays'>,
  { nonPerformingAfterDays }: PolicyParameters,
  today: Day,
): 'active' | 'overdue' | 'non-performing' {
  const days = Math.max(overdueDaysOn(loan, today), report.overdueDays);
  if (!passingClasses.includes(report.class) || days > nonPerformingAfterDays) return 'non-performing';
  return days > 0 ? 'overdue' : 'active';
}
