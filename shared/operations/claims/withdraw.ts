import type { Claim } from '../../domain/claim.ts';
import { decideClaimWithdrawal } from '../../domain/claim-review.ts';
import { loanLayout } from '../../store/loans.ts';
import type { Items } from '../../store/read.ts';
import { keyOfResource, storedIn } from '../../store/resource.ts';
import type { Act } from '../../store/trail.ts';
import type { Write } from '../../store/transaction.ts';
import { actOf, type CommandContext, type Outcome } from '../command.ts';
import { recordLoan } from '../loans/record-loan.ts';
import type { Services } from '../services.ts';
import { changeClaim } from './change-claim.ts';
import { unsettledClaimView } from './content.ts';

/**
 * Withdraws a claim before it is on an agenda; its loan is non-performing again, and another may be filed. Refusal:
 * `state-conflict`.
 */
export const withdrawClaim = (
  services: Services,
  context: CommandContext,
  claimId: string,
  reason: string | null,
): Promise<Outcome> =>
  changeClaim(services, context, claimId, {
    view: unsettledClaimView,
    alsoReads: ({ loanId }) => [keyOfResource(loanLayout, loanId)],
    decide: (claim) => decideClaimWithdrawal(claim, reason),
    alongside: (claim, items) => loanFreedOfClaim(claim, items, actOf(context)),
  });

/** What the end of a claim without settlement writes of its loan, which was read with it. */
export function loanFreedOfClaim({ claimId, loanId }: Claim, items: Items, act: Act): readonly Write[] {
  const loan = storedIn(items, loanLayout, loanId);
  // Where the loan has moved on since the claim was read, so has the claim: its version refuses the whole transaction.
  if (loan?.state.state !== 'claimed' || loan.state.claimId !== claimId) return [];
  return recordLoan(loan, [{ type: 'loan-claim-ended', data: { claimId, to: 'non-performing' } }], act).writes;
}
