import type { Day } from './calendar.ts';
import { refusalOfMove } from './graph.ts';
import { type Loan, loanMoves } from './loan.ts';
import { accepted, type Decision } from './refusal.ts';
import { refusalOfDone } from './servicing-day.ts';
import type { LoanWrittenOff } from './servicing-event.ts';

/**
 * Decides a write-off (核销) by the bank. What is not recovered stays in the exposure (R11) and bars new applications
 * (R16).
 *
 * Refusals in order: `state-conflict`, `date-out-of-range` (before the disbursement, or later than today).
 */
export function decideWriteOff(
  loan: Loan,
  { on, reason }: { readonly on: Day; readonly reason: string },
  today: Day,
): Decision<LoanWrittenOff> {
  return (
    refusalOfMove(loanMoves, loan.state, 'loan-written-off') ??
    refusalOfDone(null, 'on', on, loan, today) ??
    accepted({ type: 'loan-written-off', data: { on, reason } })
  );
}
