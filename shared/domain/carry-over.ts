import type { Claim } from './claim.ts';
import type { ClaimCarriedOver } from './claim-event.ts';
import type { YearUse } from './claim-readiness.ts';
import type { Fen } from './money.ts';
import { firstPaymentOf, roomIn } from './payout.ts';
import type { PolicyParameters } from './policy.ts';
import { partOf } from './split.ts';
import type { WorkingStep } from './working.ts';

/** What a later year meets of what exceeded an earlier year's cap (R24, `carry-over`). */
export interface CarryOver {
  readonly event: ClaimCarriedOver;
  /** What exceeds this year's cap too, and waits for the next. */
  readonly leftFen: Fen;
  /** What it takes of the fund's money: what goes back of earlier recoveries is set off in the same transaction. */
  readonly neededFen: Fen;
}

/**
 * What of a claim's uncovered part a later year meets (R24), at most what that year leaves: it moves from the
 * institution's share to the fund's. What was recovered meanwhile was split by the shares of that time, so that the fund's
 * part of it, by the shares of now, goes back at once (`backFen`): it is taken off what is to be paid.
 *
 * null where the year leaves nothing, or nothing is uncovered.
 */
export function carryOverOf(claim: Claim, use: YearUse, parameters: PolicyParameters): CarryOver | null {
  const { shares, lossFen, uncoveredFen, recoveredFen, institutionId } = claim;
  if (!shares || !lossFen || !uncoveredFen) return null;
  const { year } = use;
  const room = roomIn(use, parameters);
  const carriedFen = Math.min(uncoveredFen, room.leftFen);
  if (carriedFen === 0) return null;
  const fundFen = shares.fundFen + carriedFen;
  const after = { ...shares, fundFen, institutionFen: shares.institutionFen - carriedFen };
  const leftFen = uncoveredFen - carriedFen;
  const backFen = partOf(recoveredFen, fundFen, lossFen) - partOf(recoveredFen, shares.fundFen, lossFen);
  const firstFen = claim.recoveryEnded ? carriedFen : firstPaymentOf(carriedFen, parameters);
  const heldBackFen = carriedFen - Math.max(firstFen, backFen);
  const step: WorkingStep = {
    rule: 'R24',
    what: 'carry-over',
    figures: {
      ...{ year, capFen: room.capFen, usedBeforeFen: use.institutionFen, leftBeforeFen: room.leftFen },
      ...{ uncoveredFen, carriedFen, leftFen, backFen },
    },
  };
  return {
    leftFen,
    neededFen: carriedFen - backFen,
    event: {
      type: 'claim-carried-over',
      data: {
        ...{ institutionId, carriedFen, shares: after, uncoveredFen: leftFen, backFen, heldBackFen },
        payableFen: carriedFen - heldBackFen - backFen,
        working: [
          ...(claim.working ?? []),
          step,
          { rule: 'R24', what: 'result', figures: { ...after, uncoveredFen: leftFen } },
        ],
        year,
      },
    },
  };
}
