import { isInDefault, type Loan, type LoanEvent } from '../../domain/loan.ts';
import { moveQuota } from '../../store/agreements.ts';
import { moveExposure } from '../../store/enterprises.ts';
import { loanLayout } from '../../store/loans.ts';
import { type Recorded, record, type Stored } from '../../store/resource.ts';
import type { Act } from '../../store/trail.ts';

/**
 * Records a loan's events together with what they move: principal that came back leaves exposure and quota (R11, R12),
 * and the enterprise's count of loans that bar new applications follows the loan (R16).
 */
export function recordLoan(before: Stored<Loan>, events: readonly LoanEvent[], act: Act): Recorded<Loan> {
  const { loanId, creditCode, institutionId, agreementId } = before.state;
  const recorded = record(loanLayout, loanId, before, events, act);
  const { state } = recorded.stored;
  const raiseFen = state.outstandingFen - before.state.outstandingFen;
  const defaultsBy = Number(isInDefault(state)) - Number(isInDefault(before.state));
  const exposure = moveExposure({ creditCode, institutionId, raiseFen, defaultsBy });
  const moved = raiseFen !== 0 || defaultsBy !== 0 ? [exposure] : [];
  // What is released always fits, so no quota is asked for.
  const quota =
    agreementId !== null && raiseFen !== 0 ? [moveQuota(agreementId, raiseFen, Number.MAX_SAFE_INTEGER)] : [];
  return { ...recorded, writes: [...recorded.writes, ...moved, ...quota] };
}
