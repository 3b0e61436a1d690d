import type { Day } from './calendar.ts';
import { type Claim, claimMoves } from './claim.ts';
import type { ClaimEvent, ClaimTerms } from './claim-event.ts';
import { type ClaimFacts, refusalOfClaim, refusalOfLoanState } from './claim-readiness.ts';
import { refusalOfMove } from './graph.ts';
import { accepted, type Decision, type Refusal, refusedBy } from './refusal.ts';

/**
 * So that a claim, which carries its papers, stays an answer of at most 32 KiB; and as many documents, each recorded as
 * uploaded and linked (three items), stand in the claim's transaction of 100 items.
 */
export const claimEvidenceMax = 25;

/**
 * Decides whether a claim is filed (R20); the loan is `claimed` by it.
 *
 * Refusals in order: `not-non-performing`, `state-conflict` (one is open, or was settled), `too-many-items`, the one
 * defect's own code or `claim-not-ready`. `unusable` are the refusals of its documents, each a defect like the others.
 */
export function decideClaim(
  claimId: string,
  terms: ClaimTerms,
  facts: ClaimFacts,
  unusable: readonly Refusal[],
): Decision<ClaimEvent> {
  const { loan, today } = facts;
  const { loanId, creditCode, institutionId, mode, guarantorId, policy } = loan;
  const parties = { claimId, loanId, creditCode, institutionId, mode, guarantorId, policy };
  return (
    refusalOfLoanState(loan) ??
    refusalOfNumber(terms) ??
    refusalOfClaim(facts, terms, today, unusable) ??
    accepted({ type: 'claim-submitted', data: { ...parties, ...termsOf(terms), submittedOn: today } })
  );
}

/**
 * Decides whether a returned claim is filed again under its id, by the same check; `claimWithinDays` is judged by the
 * day on which it was first filed. Refusals in order: `state-conflict`, then those of {@link decideClaim}.
 */
export function decideClaimResubmission(
  claim: Claim,
  terms: ClaimTerms,
  facts: ClaimFacts,
  unusable: readonly Refusal[],
): Decision<ClaimEvent> {
  const submittedOn: Day = facts.today;
  return (
    refusalOfMove(claimMoves, claim.state, 'claim-resubmitted') ??
    refusalOfNumber(terms) ??
    refusalOfClaim(facts, terms, claim.filedOn, unusable) ??
    accepted({ type: 'claim-resubmitted', data: { ...termsOf(terms), submittedOn } })
  );
}

function refusalOfNumber({ evidence }: ClaimTerms): Refusal | null {
  if (evidence.length <= claimEvidenceMax) return null;
  return refusedBy('R20', 'too-many-items', { items: evidence.length, itemsMax: claimEvidenceMax });
}

/** The terms and nothing else that a request may carry. */
const termsOf = (terms: ClaimTerms): ClaimTerms => ({
  principalLossFen: terms.principalLossFen,
  interestLossFen: terms.interestLossFen,
  evidence: terms.evidence.map(({ kind, reference, documentId, datedOn }) => ({
    kind,
    reference,
    documentId,
    datedOn,
  })),
  statement: terms.statement,
  defaultedOn: terms.defaultedOn,
  suitFiledOn: terms.suitFiledOn,
});
