import { type Day, daysBetween } from './calendar.ts';
import type { Loan } from './loan.ts';
import type { Fen } from './money.ts';
import type { PolicyParameters } from './policy.ts';
import type { WorkingStep } from './working.ts';

/** The loss of a loan that counts (R21), and the figures that it comes from. */
export interface CountableLoss {
  readonly outstandingFen: Fen;
  /** The first day of the agreed term, and its maturity: the first day that bears no interest of it. */
  readonly from: Day;
  readonly until: Day;
  /** Interest of the whole agreed term. */
  readonly termInterestFen: Fen;
  readonly interestPaidFen: Fen;
  /** Of the term and not paid. */
  readonly unpaidFen: Fen;
  /** What the bank last reported as unpaid; null where it never did. */
  readonly reportedFen: Fen | null;
  /** What of the interest counts. */
  readonly countableInterestFen: Fen;
  /** The most that may be claimed. */
  readonly mostFen: Fen;
}

type LossParameters = Pick<PolicyParameters, 'lossComponents' | 'agreedTerm'>;

/**
 * The loss that counts (R21): principal outstanding and unpaid interest of the agreed term, at most what the bank last
 * reported as unpaid. All days of the term count, also those ahead, with what is outstanding now.
 */
export function countableLoss(loan: Loan, { lossComponents, agreedTerm }: LossParameters): CountableLoss {
  const { outstandingFen, interestPaidFen, unpaidInterestFen: reportedFen, disbursedOn: from } = loan;
  const until = agreedTerm === 'original' ? loan.originalMaturesOn : loan.maturesOn;
  const termInterestFen = termInterest(loan, until);
  const unpaidFen = Math.max(0, termInterestFen - interestPaidFen);
  const boundedFen = Math.min(unpaidFen, reportedFen ?? unpaidFen);
  const countableInterestFen = lossComponents === 'principal' ? 0 : boundedFen;
  const mostFen = outstandingFen + countableInterestFen;
  return {
    outstandingFen,
    from,
    until,
    termInterestFen,
    interestPaidFen,
    unpaidFen,
    reportedFen,
    countableInterestFen,
    mostFen,
  };
}

/** ⌊Σ over the days of outstanding × rate / 360⌋; the finer rate where the loan has one. Exact beyond safe integers. */
function termInterest({ principalSteps, annualRateBp, annualRatePpm }: Loan, until: Day): Fen {
  let fenDays = 0n;
  for (const [index, { on, outstandingFen }] of principalSteps.entries()) {
    const next = principalSteps[index + 1]?.on ?? until;
    const days = daysBetween(on, next < until ? next : until);
    if (days > 0) fenDays += BigInt(outstandingFen) * BigInt(days);
  }
  const ratePpm = BigInt(annualRatePpm ?? annualRateBp * 100);
  return Number((fenDays * ratePpm) / (1_000_000n * 360n));
}

/** How the loss was found: what counts, each part left out, and what was claimed or assessed of it. */
export function lossSteps(
  loan: Pick<Loan, 'annualRateBp' | 'annualRatePpm'>,
  loss: CountableLoss,
  { lossComponents, agreedTerm }: LossParameters,
  { lossFen, claimedFen = null, assessedFen = null }: LossTaken,
): readonly WorkingStep[] {
  const { outstandingFen, from, until, termInterestFen, interestPaidFen, unpaidFen, reportedFen } = loss;
  const { annualRateBp, annualRatePpm } = loan;
  const interest = { termInterestFen, interestPaidFen, unpaidFen, reportedFen };
  return [
    { rule: 'R21', what: 'outstanding-principal', figures: { outstandingFen } },
    {
      rule: 'R21',
      what: 'term-interest',
      figures: {
        ...{ agreedTerm, from, until, days: daysBetween(from, until), annualRateBp, annualRatePpm },
        ...interest,
        countableInterestFen: loss.countableInterestFen,
      },
    },
    { rule: 'R21', what: 'left-out', figures: { ...leftOut(loss, lossComponents), interestFrom: until } },
    { rule: 'R21', what: 'loss', figures: { mostFen: loss.mostFen, claimedFen, assessedFen, lossFen } },
  ];
}

/** Never counted, whatever it comes to; and what of the term's unpaid interest is not. */
const neverCounted = ['interest-after-term', 'penalty-interest', 'compound-interest', 'fees'];

function leftOut({ unpaidFen, countableInterestFen }: CountableLoss, lossComponents: LossParameters['lossComponents']) {
  const termInterestFen = unpaidFen - countableInterestFen;
  const ofTerm = lossComponents === 'principal' ? 'term-interest' : 'interest-above-report';
  const parts = termInterestFen > 0 ? [...neverCounted, ofTerm] : neverCounted;
  return { parts: parts.join(', '), termInterestFen };
}

/** What was made of the loss: taken whole, claimed lower, or assessed lower. */
export interface LossTaken {
  readonly lossFen: Fen;
  readonly claimedFen?: Fen | null;
  readonly assessedFen?: Fen | null;
}
