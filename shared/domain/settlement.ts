import type { Claim } from './claim.ts';
import type { ClaimSettled } from './claim-event.ts';
import type { YearUse } from './claim-readiness.ts';
import type { Loan } from './loan.ts';
import { countableLoss, lossSteps } from './loss.ts';
import type { Fen } from './money.ts';
import { type Payout, payoutOf } from './payout.ts';
import type { PolicyParameters } from './policy.ts';

/** What a settlement looks at: all of it as it stands at that moment (R26). */
export interface SettlementFacts {
  readonly claim: Claim;
  readonly loan: Loan;
  /** The claim's own version (R2). */
  readonly parameters: PolicyParameters;
  /** What settlements of the year of settlement have taken, in Shanghai's calendar. */
  readonly use: YearUse;
}

/** What a settlement would fix, before anybody asks whether there is money for it. */
export interface Settlement {
  readonly lossFen: Fen;
  readonly payout: Payout;
}

/**
 * What an approved claim comes to now (R26): L is what was assessed, at most what is outstanding with countable interest
 * at that moment, split by mode (R23), the fund's part cut to what the year leaves (R24).
 *
 * @throws Error where the claim was approved at no figure, or its loan has nothing left to lose: the program is at fault.
 */
export function settlementOfClaim({ claim, loan, parameters, use }: SettlementFacts): Settlement {
  const { claimId, assessedFen, claimedFen, mode } = claim;
  const loss = countableLoss(loan, parameters);
  const lossFen = Math.min(assessedFen ?? 0, loss.mostFen);
  if (lossFen < 1) throw new Error(`claim ${claimId} has no loss to settle`);
  const { year, institutionFen: usedFen, fundFen: fundUsedFen } = use;
  const payout = payoutOf({ mode, lossFen, year, usedFen, fundUsedFen }, parameters);
  const steps = lossSteps(loan, loss, parameters, { lossFen, claimedFen, assessedFen });
  return { lossFen, payout: { ...payout, working: [...steps, ...payout.working] } };
}

/** The event that says so, at the instant of settlement. */
export const settledBy = (
  { institutionId }: Claim,
  { lossFen, payout }: Settlement,
  settledAt: string,
  settlementYear: number,
): ClaimSettled => ({
  type: 'claim-settled',
  data: {
    institutionId,
    lossFen,
    shares: payout.shares,
    uncoveredFen: payout.uncoveredFen,
    setOffFen: 0,
    payableFen: payout.firstPaymentFen,
    working: payout.working,
    settledAt,
    settlementYear,
  },
});
