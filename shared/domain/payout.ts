import type { LoanMode } from './application.ts';
import type { Shares } from './claim-event.ts';
import type { Fen } from './money.ts';
import type { PolicyParameters } from './policy.ts';
import { partOf, splitLoss, weightsOf } from './split.ts';
import type { WorkingStep } from './working.ts';

/** A loss to be shared, and how much of the institution's cap of a year earlier settlements took. */
export interface PayoutCase {
  readonly mode: LoanMode;
  readonly lossFen: Fen;
  /** Shanghai's year of the settlement. */
  readonly year: number;
  /** Settled for the institution in that year; null where it is not known or not the caller's to see: as if nothing. */
  readonly usedFen: Fen | null;
}

export interface Payout {
  /** The fund's part by the weights alone. */
  readonly dueFen: Fen;
  readonly shares: Shares;
  /** What exceeds the cap: the institution's for good, or until it is carried over. */
  readonly uncoveredFen: Fen;
  /** What of the fund's part is paid at once; the rest on the final recovery (`firstPaymentBp`). */
  readonly firstPaymentFen: Fen;
  readonly working: readonly WorkingStep[];
}

/**
 * What each party bears of a loss: the split by mode (R23), then the fund's part cut to what is left of the
 * institution's cap of the year (R24). What is cut stands in the institution's part under either `overCapRule`.
 */
export function payoutOf({ mode, lossFen, year, usedFen }: PayoutCase, parameters: PolicyParameters): Payout {
  const { institutionAnnualCapFen: capFen, overCapRule, firstPaymentBp } = parameters;
  const weights = weightsOf(mode, parameters);
  const due = splitLoss(lossFen, weights);
  const leftFen = Math.max(0, capFen - (usedFen ?? 0));
  const fundFen = Math.min(due.fundFen, leftFen);
  const uncoveredFen = due.fundFen - fundFen;
  const shares = { ...due, fundFen, institutionFen: due.institutionFen + uncoveredFen };
  const firstPaymentFen = firstPaymentBp === null ? fundFen : partOf(fundFen, firstPaymentBp, 10_000);
  const working: WorkingStep[] = [
    {
      rule: 'R23',
      what: 'split',
      figures: {
        ...{ mode, lossFen, fundWeight: weights.fund, guarantorWeight: weights.guarantor },
        ...{ institutionWeight: weights.institution, ...due },
      },
    },
    {
      rule: 'R24',
      what: 'year-cap',
      figures: {
        ...{ year, capFen, usedBeforeFen: usedFen, leftBeforeFen: leftFen, dueFen: due.fundFen },
        ...{ coveredFen: fundFen, uncoveredFen, leftAfterFen: leftFen - fundFen, overCapRule },
      },
    },
  ];
  if (firstPaymentBp !== null) {
    const figures = { firstPaymentBp, firstPaymentFen, onFinalRecoveryFen: fundFen - firstPaymentFen };
    working.push({ rule: 'R26', what: 'first-payment', figures });
  }
  working.push({ rule: 'R24', what: 'result', figures: { ...shares, uncoveredFen } });
  return { dueFen: due.fundFen, shares, uncoveredFen, firstPaymentFen, working };
}
