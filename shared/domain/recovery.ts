import { addDays, type Day } from './calendar.ts';
import { type Claim, claimMoves } from './claim.ts';
import type { ClaimRecoveryRecorded, Shares } from './claim-event.ts';
import { refusalOfMove } from './graph.ts';
import type { Loan } from './loan.ts';
import type { Fen } from './money.ts';
import { refusalOfDay } from './payment.ts';
import type { PolicyParameters } from './policy.ts';
import { accepted, type Decision, type Refusal, refusedBy } from './refusal.ts';
import { refusalOfOrder } from './servicing-day.ts';
import type { LoanRecovered } from './servicing-event.ts';
import { partOf } from './split.ts';

/** Money that an institution got after a settlement (追偿), and what getting it cost. */
export interface Recovery {
  readonly amountFen: Fen;
  readonly costsFen: Fen;
  readonly recoveredOn: Day;
  /** Nothing more will come: what was held back of the first payment is due. */
  readonly final: boolean;
}

/**
 * Decides a recovery (R27), by the claim's own version. One after the final one is taken too: money that comes is money
 * of the fund.
 *
 * Refusals in order: `state-conflict`, `amount-exceeds-loss` (all recoveries after costs, together), `date-out-of-range`
 * (before the settlement, when it was a repayment, or later than today), `out-of-date-order`.
 */
export function decideRecovery(
  claim: Claim,
  { amountFen, costsFen, recoveredOn, final }: Recovery,
  { recoveryRemitDays }: Pick<PolicyParameters, 'recoveryRemitDays'>,
  today: Day,
): Decision<ClaimRecoveryRecorded> {
  const netFen = amountFen - costsFen;
  const refusal =
    refusalOfMove(claimMoves, claim.state, 'claim-recovery-recorded') ??
    refusalOfLoss(claim, netFen) ??
    refusalOfDay('R27', 'recoveredOn', recoveredOn, claim, today) ??
    refusalOfOrder('R27', 'recoveredOn', recoveredOn, claim.lastRecoveredOn);
  if (refusal) return refusal;
  return accepted({
    type: 'claim-recovery-recorded',
    data: {
      ...{ institutionId: claim.institutionId, amountFen, costsFen, netFen },
      back: backOf(claim, netFen),
      ...{ recoveredOn, final, releasedFen: final ? claim.heldBackFen : 0 },
      remitBy: addDays(recoveredOn, recoveryRemitDays),
    },
  });
}

/** Whom a recovery goes to: as the loss was borne, each rounded down, the rest to the institution. */
export function backOf({ lossFen, shares }: Pick<Claim, 'lossFen' | 'shares'>, netFen: Fen): Shares {
  if (!lossFen || !shares) return { fundFen: 0, guarantorFen: 0, institutionFen: netFen };
  const fundFen = partOf(netFen, shares.fundFen, lossFen);
  const guarantorFen = partOf(netFen, shares.guarantorFen, lossFen);
  return { fundFen, guarantorFen, institutionFen: netFen - fundFen - guarantorFen };
}

/** What a recovery makes of the claim's loan: principal that came back, at most what is outstanding (R11, R27). */
export const recoveredOf = (
  { outstandingFen }: Loan,
  claimId: string,
  { netFen, recoveredOn }: ClaimRecoveryRecorded['data'],
): LoanRecovered => ({
  type: 'loan-recovered',
  data: { claimId, principalFen: Math.min(netFen, outstandingFen), recoveredOn },
});

function refusalOfLoss({ lossFen, recoveredFen }: Claim, asked: Fen): Refusal | null {
  const loss = lossFen ?? 0;
  if (recoveredFen + asked <= loss) return null;
  return refusedBy('R27', 'amount-exceeds-loss', { asked, loss, used: recoveredFen, left: loss - recoveredFen });
}
