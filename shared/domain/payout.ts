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
  /** Settled by the whole fund in that year, for `fundYearCeilingFen`; not asked about where it is left out. */
  readonly fundUsedFen?: Fen | undefined;
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
export function payoutOf(
  { mode, lossFen, year, usedFen, fundUsedFen }: PayoutCase,
  parameters: PolicyParameters,
): Payout {
  const { overCapRule, firstPaymentBp, fundYearCeilingFen: ceilingFen } = parameters;
  const weights = weightsOf(mode, parameters);
  const due = splitLoss(lossFen, weights);
  const { capFen, capLeftFen, ceilingLeftFen, leftFen } = roomIn(
    { institutionFen: usedFen, fundFen: fundUsedFen },
    parameters,
  );
  const capped = Math.min(due.fundFen, capLeftFen);
  const fundFen = Math.min(due.fundFen, leftFen);
  const uncoveredFen = due.fundFen - fundFen;
  const shares = { ...due, fundFen, institutionFen: due.institutionFen + uncoveredFen };
  const firstPaymentFen = firstPaymentOf(fundFen, parameters);
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
        ...{ year, capFen, usedBeforeFen: usedFen, leftBeforeFen: capLeftFen, dueFen: due.fundFen },
        ...{ coveredFen: capped, uncoveredFen: due.fundFen - capped, leftAfterFen: capLeftFen - capped, overCapRule },
      },
    },
  ];
  if (ceilingLeftFen !== null) {
    // What the fund has paid for others is nobody's to read out of a working: only what is left to this one.
    const figures = { year, ceilingFen, cappedFen: capped, coveredFen: fundFen, uncoveredFen: capped - fundFen };
    working.push({ rule: 'R25', what: 'year-ceiling', figures });
  }
  if (firstPaymentBp !== null) {
    const figures = { firstPaymentBp, firstPaymentFen, onFinalRecoveryFen: fundFen - firstPaymentFen };
    working.push({ rule: 'R26', what: 'first-payment', figures });
  }
  working.push({ rule: 'R24', what: 'result', figures: { ...shares, uncoveredFen } });
  return { dueFen: due.fundFen, shares, uncoveredFen, firstPaymentFen, working };
}

/** What of the fund's part is paid at once (`firstPaymentBp`); all of it where the switch is off. */
export const firstPaymentOf = (fundFen: Fen, { firstPaymentBp }: Pick<PolicyParameters, 'firstPaymentBp'>): Fen =>
  firstPaymentBp === null ? fundFen : partOf(fundFen, firstPaymentBp, 10_000);

/** What a year still leaves to an institution. */
export interface YearRoom {
  readonly capFen: Fen;
  /** Of the institution's own cap (R24). */
  readonly capLeftFen: Fen;
  /** Of the whole fund's ceiling; null where there is none, or it is not asked about. */
  readonly ceilingLeftFen: Fen | null;
  /** The less of both. */
  readonly leftFen: Fen;
}

/** What earlier settlements of a year leave of the institution's cap (R24), and of `fundYearCeilingFen` where it is on. */
export function roomIn(
  used: { readonly institutionFen: Fen | null; readonly fundFen?: Fen | undefined },
  parameters: Pick<PolicyParameters, 'institutionAnnualCapFen' | 'fundYearCeilingFen'>,
): YearRoom {
  const { institutionAnnualCapFen: capFen, fundYearCeilingFen } = parameters;
  const capLeftFen = Math.max(0, capFen - (used.institutionFen ?? 0));
  const isAsked = fundYearCeilingFen !== null && used.fundFen !== undefined;
  const ceilingLeftFen = isAsked ? Math.max(0, fundYearCeilingFen - (used.fundFen ?? 0)) : null;
  return { capFen, capLeftFen, ceilingLeftFen, leftFen: Math.min(capLeftFen, ceilingLeftFen ?? capLeftFen) };
}
