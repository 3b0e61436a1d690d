import { isOpenClaim } from '../../domain/claim.ts';
import { claimOfRepaidLoan } from '../../domain/claim-review.ts';
import type { Loan } from '../../domain/loan.ts';
import { claimLayout } from '../../store/claims.ts';
import type { ItemKey } from '../../store/database.ts';
import type { Items } from '../../store/read.ts';
import { keyOfResource, record, storedIn } from '../../store/resource.ts';
import type { Act } from '../../store/trail.ts';
import type { Write } from '../../store/transaction.ts';

/** The open claim of a claimed loan. */
export const openClaimKeys = ({ state, claimId }: Loan): readonly ItemKey[] =>
  state === 'claimed' && claimId !== null ? [keyOfResource(claimLayout, claimId)] : [];

/** What a repayment writes of the loan's open claim: repaid whole, the claim ends with nothing paid (R17). */
export function claimEndedByRepayment(before: Loan, after: Loan, items: Items, act: Act): readonly Write[] {
  const claim = before.claimId === null ? null : storedIn(items, claimLayout, before.claimId);
  if (before.state !== 'claimed' || after.state !== 'repaid' || !claim) return [];
  // One that has ended since the loan was read changed the loan too: the loan's version refuses the whole transaction.
  if (!isOpenClaim(claim.state)) return [];
  return record(claimLayout, claim.state.claimId, claim, [claimOfRepaidLoan], act).writes;
}
