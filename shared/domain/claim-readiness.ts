import { addDays, addMonths, type Day } from './calendar.ts';
import { datesOf } from './claim-dates.ts';
import type { ClaimTerms } from './claim-event.ts';
import { refusalOfMove } from './graph.ts';
import { type Loan, loanMoves } from './loan.ts';
import { type CountableLoss, countableLoss, lossSteps } from './loss.ts';
import type { Fen } from './money.ts';
import { type Payout, payoutOf } from './payout.ts';
import type { PolicyParameters } from './policy.ts';
import { type Refusal, refusedBy } from './refusal.ts';
import type { Defect } from './refusal-facts.ts';

/** What settlements of a year have taken: of the institution's cap (R24), and of the whole fund. */
export interface YearUse {
  readonly year: number;
  /** null where it is not the caller's to see. */
  readonly institutionFen: Fen | null;
  readonly fundFen: Fen;
}

/** All that a claim's check looks at. */
export interface ClaimFacts {
  /** As the days have made it. */
  readonly loan: Loan;
  /** The loan's version (R2). */
  readonly parameters: PolicyParameters;
  readonly use: YearUse;
  readonly today: Day;
}

/** Whether a claim could be filed now, what stands in its way, and what it would bring. */
export interface Readiness {
  readonly defects: readonly Defect[];
  readonly lossFen: Fen;
  readonly payout: Payout;
}

/** Judges a loan from the day of its disbursement on, before any claim (R20): every defect at once. */
export function claimReadiness(facts: ClaimFacts): Readiness {
  const { loan, parameters, today } = facts;
  const loss = countableLoss(loan, parameters);
  const state = refusalOfLoanState(loan);
  const defects = [...(state ? [state] : []), ...defectsOf(facts, null, today)].map(toDefect);
  const payout = expectedPayout(facts, loss.mostFen);
  const working = [...lossSteps(loan, loss, parameters, { lossFen: loss.mostFen }), ...payout.working];
  return { defects, lossFen: loss.mostFen, payout: { ...payout, working } };
}

/**
 * Only a non-performing loan is claimed for (R20), which is asked before everything else. Refusals:
 * `not-non-performing` where it is still active or overdue, `state-conflict` in any other state.
 */
export function refusalOfLoanState({ state }: Loan): Refusal | null {
  if (state === 'active' || state === 'overdue') return refusedBy('R20', 'not-non-performing', { state });
  return refusalOfMove(loanMoves, state, 'loan-claimed');
}

/**
 * The same check for a claim that is filed on a loan in the right state. Refusals: the one defect's own, or
 * `claim-not-ready` with all of them in `facts.missing`. `filedOn` is the day of the first submission, `unusable` are the
 * refusals of its documents.
 */
export function refusalOfClaim(
  facts: ClaimFacts,
  claim: ClaimTerms,
  filedOn: Day,
  unusable: readonly Refusal[],
): Refusal | null {
  const [first, ...others] = [...defectsOf(facts, claim, filedOn), ...unusable];
  if (!first || others.length === 0) return first ?? null;
  return refusedBy('R20', 'claim-not-ready', { missing: [first, ...others].map(toDefect) });
}

/** In the order in which rules.md names them; the switches follow. */
function defectsOf(facts: ClaimFacts, claim: ClaimTerms | null, filedOn: Day): readonly Refusal[] {
  const { loan, parameters, today } = facts;
  const loss = countableLoss(loan, parameters);
  const claimedFen = claim ? claim.principalLossFen + claim.interestLossFen : loss.mostFen;
  const payout = expectedPayout(facts, claimedFen);
  return [
    ...missingEvidence(loan, claim, parameters),
    refusalOfLoss(loss, claimedFen),
    ...datesOf(loan, claim, today),
    refusalOfFiling(loan, parameters),
    refusalOfEarlyDefault(loan, claim, parameters),
    refusalOfWindow(loan, parameters, filedOn),
    refusalOfPublicCover(payout, claimedFen, parameters),
    refusalOfYearCeiling(payout, facts),
  ].filter((refusal) => refusal !== null);
}

const expectedPayout = ({ loan, parameters, use }: ClaimFacts, lossFen: Fen): Payout =>
  payoutOf({ mode: loan.mode, lossFen, year: use.year, usedFen: use.institutionFen }, parameters);

const toDefect = ({ rule, code, facts }: Refusal): Defect => ({ rule, code, facts: facts as Defect['facts'] });

/** Each kind that is required and neither with the loan nor with the claim is a defect of its own. */
function missingEvidence(
  loan: Loan,
  claim: ClaimTerms | null,
  { requiredEvidence }: PolicyParameters,
): readonly Refusal[] {
  const held = new Set([...loan.evidence, ...(claim?.evidence ?? [])].map(({ kind }) => kind));
  return requiredEvidence
    .filter((kind) => !held.has(kind))
    .map((kind) => refusedBy('R20', 'evidence-missing', { kind }));
}

function refusalOfLoss({ mostFen, outstandingFen, countableInterestFen }: CountableLoss, asked: Fen): Refusal | null {
  if (asked <= mostFen) return null;
  return refusedBy('R20', 'loss-exceeds-outstanding', {
    asked,
    most: mostFen,
    outstanding: outstandingFen,
    countableInterest: countableInterestFen,
  });
}

/** Loans made before this system were reported when they were imported, and no bank is late with them. */
function refusalOfFiling(loan: Loan, { filingWithinDays }: PolicyParameters): Refusal | null {
  const { disbursedOn, reportedOn, applicationId } = loan;
  if (filingWithinDays === null || applicationId === null) return null;
  const latest = addDays(disbursedOn, filingWithinDays);
  if (reportedOn <= latest) return null;
  return refusedBy('R20', 'filed-too-late', { disbursedOn, reportedOn, latest, filingWithinDays });
}

/** The default is the day that the bank names, or the day of becoming non-performing where that is earlier. */
function refusalOfEarlyDefault(
  { disbursedOn, nonPerformingSince }: Loan,
  claim: ClaimTerms | null,
  { earlyDefaultMonths }: PolicyParameters,
): Refusal | null {
  const [defaultedOn] = [claim?.defaultedOn ?? null, nonPerformingSince].filter((day) => day !== null).sort();
  if (earlyDefaultMonths === null || defaultedOn === undefined) return null;
  const earliest = addMonths(disbursedOn, earlyDefaultMonths);
  if (defaultedOn >= earliest) return null;
  return refusedBy('R20', 'early-default', { defaultedOn, earliest, earlyDefaultMonths });
}

function refusalOfWindow(
  { nonPerformingSince }: Loan,
  { claimWithinDays }: PolicyParameters,
  filedOn: Day,
): Refusal | null {
  if (claimWithinDays === null || nonPerformingSince === null) return null;
  const latest = addDays(nonPerformingSince, claimWithinDays);
  if (filedOn <= latest) return null;
  return refusedBy('R20', 'claim-window-closed', { filedOn, nonPerformingSince, latest, claimWithinDays });
}

/** Fund and guarantor together, by the weights: what the year cap cuts may still be carried over. */
function refusalOfPublicCover(
  { dueFen, shares }: Payout,
  lossFen: Fen,
  { totalPublicCoverBp }: PolicyParameters,
): Refusal | null {
  if (totalPublicCoverBp === null) return null;
  const covered = dueFen + shares.guarantorFen;
  if (BigInt(covered) * 10_000n <= BigInt(lossFen) * BigInt(totalPublicCoverBp)) return null;
  return refusedBy('R20', 'public-cover-exceeded', { covered, loss: lossFen, totalPublicCoverBp });
}

/** What the fund has paid for others is not said. */
function refusalOfYearCeiling({ shares }: Payout, { parameters, use }: ClaimFacts): Refusal | null {
  const { fundYearCeilingFen } = parameters;
  if (fundYearCeilingFen === null || use.fundFen + shares.fundFen <= fundYearCeilingFen) return null;
  return refusedBy('R20', 'fund-year-ceiling', { asked: shares.fundFen, year: use.year, fundYearCeilingFen });
}
