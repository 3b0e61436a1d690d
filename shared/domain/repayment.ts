import type { Day } from './calendar.ts';
import { refusalOfMove } from './graph.ts';
import { type Loan, loanMoves } from './loan.ts';
import type { Fen } from './money.ts';
import { accepted, type Decision, type Refusal, refusedBy } from './refusal.ts';
import { refusalOfDone, refusalOfOrder } from './servicing-day.ts';
import type { RepaymentRecorded } from './servicing-event.ts';

/** A bank's report of money that came back (还款); the two together are at least one fen. */
export interface Repayment {
  readonly principalFen: Fen;
  readonly interestFen: Fen;
  readonly paidOn: Day;
}

/**
 * Decides a repayment (R17). After a settled claim money is a recovery, also once the loan is written off.
 *
 * Refusals in order: `state-conflict`, `amount-exceeds-outstanding`, `date-out-of-range` (before the disbursement, or
 * later than today), `out-of-date-order` (before the last one).
 */
export function decideRepayment(loan: Loan, repayment: Repayment, today: Day): Decision<RepaymentRecorded> {
  const { principalFen, interestFen, paidOn } = repayment;
  const move = loan.writtenOffFrom === 'compensated' ? 'repaid-in-full' : 'loan-repayment-recorded';
  return (
    refusalOfMove(loanMoves, loan.state, move) ??
    refusalOfPrincipal(loan, principalFen) ??
    refusalOfDone('R17', 'paidOn', paidOn, loan, today) ??
    refusalOfOrder('R17', 'paidOn', paidOn, loan.lastRepaidOn) ??
    accepted({ type: 'loan-repayment-recorded', data: { principalFen, interestFen, paidOn } })
  );
}

function refusalOfPrincipal({ outstandingFen }: Loan, asked: Fen): Refusal | null {
  return asked <= outstandingFen
    ? null
    : refusedBy('R17', 'amount-exceeds-outstanding', { asked, outstanding: outstandingFen });
}
