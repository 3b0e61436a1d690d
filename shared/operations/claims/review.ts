import { type ClaimReview, decideClaimReview } from '../../domain/claim-review.ts';
import type { CommandContext, Outcome } from '../command.ts';
import type { Services } from '../services.ts';
import { changeClaim } from './change-claim.ts';
import { unsettledClaimView } from './content.ts';

/** Accepts a claim or returns it to the bank (R22). Refusal: `state-conflict`. */
export const reviewClaim = (
  services: Services,
  context: CommandContext,
  claimId: string,
  review: ClaimReview,
): Promise<Outcome> =>
  changeClaim(services, context, claimId, {
    view: unsettledClaimView,
    decide: (claim) => decideClaimReview(claim, review),
  });
