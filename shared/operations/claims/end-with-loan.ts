import { isOpenClaim } from '../../domain/claim.ts';
import { claimOfRepaidLoan } from '../../domain/claim-review.ts';
import type { Loan } from '../../domain/loan.ts';
import { claimLayout } from '../../store/claims.ts';
import type { ItemKey } from '../../store/database.ts';
import type { Items } from '../../store/read.ts';
import { keyOfResource, record, storedIn } from '../../store/resource.ts';
import { leaveLineWrite } from '../../store/settlement-line.ts';
import type { Act } from '../../store/trail.ts';
import { type LoanBeside, nothingBeside } from '../loans/change-loan.ts';
import { settlementJob } from '../settlement/settlement-job.ts';

/** The open claim of a claimed loan. */
export const openClaimKeys = ({ state, claimId }: Loan): readonly ItemKey[] =>
  state === 'claimed' && claimId !== null ? [keyOfResource(claimLayout, claimId)] : [];

/**
 * What a repayment writes of the loan's open claim: repaid whole, the claim ends with nothing paid (R17) and leaves the
 * line, in which others may have waited behind it.
 */
export function claimEndedByRepayment(before: Loan, after: Loan, items: Items, act: Act): LoanBeside {
  const claim = before.claimId === null ? null : storedIn(items, claimLayout, before.claimId);
  if (before.state !== 'claimed' || after.state !== 'repaid' || !claim) return nothingBeside;
  // One that has ended since the loan was read changed the loan too: the loan's version refuses the whole transaction.
  if (!isOpenClaim(claim.state)) return nothingBeside;
  const { claimId, place, state } = claim.state;
  const { writes } = record(claimLayout, claimId, claim, [claimOfRepaidLoan], act);
  // A place outlives a deferral or a withdrawal as a fact of the claim: only these two stand in the line.
  if (place === null || (state !== 'approved' && state !== 'awaiting-funds')) return { writes };
  return { writes: [...writes, leaveLineWrite(place)], jobs: [settlementJob(`ended-${claimId}`)] };
}
