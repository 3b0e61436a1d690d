import { type Claim, claimMoves } from './claim.ts';
import type { ClaimEvent } from './claim-event.ts';
import { decideMove, refusalOfMove } from './graph.ts';
import { accepted, type Decision } from './refusal.ts';

/** The office's check of completeness (R22): accepted for an agenda, or back to the bank with what is to be corrected. */
export type ClaimReview =
  | { readonly decision: 'accept'; readonly note: string | null }
  | { readonly decision: 'return'; readonly note: string };

/** Decides the office's check. Refusal: `state-conflict`; also an accepted or deferred claim may be returned. */
export const decideClaimReview = ({ state }: Claim, review: ClaimReview): Decision<ClaimEvent> =>
  review.decision === 'accept'
    ? decideMove(claimMoves, state, { type: 'claim-accepted', data: { note: review.note } })
    : decideMove(claimMoves, state, { type: 'claim-returned', data: { note: review.note } });

/** Decides the bank's withdrawal, until the claim is on an agenda. Refusal: `state-conflict`. */
export const decideClaimWithdrawal = (claim: Claim, reason: string | null): Decision<ClaimEvent> =>
  refusalOfMove(claimMoves, claim.state, 'withdrawn-by-institution') ??
  accepted({ type: 'claim-withdrawn', data: { reason, because: 'withdrawn-by-institution' } });

/** What becomes of an open claim whose loan was repaid before settlement (R17). */
export const claimOfRepaidLoan: ClaimEvent = {
  type: 'claim-withdrawn',
  data: { reason: null, because: 'loan-repaid' },
};
