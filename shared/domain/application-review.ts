import { type Application, type ApplicationEvent, refusalOnDay } from './application.ts';
import { addDays, type Day } from './calendar.ts';
import {
  type LendingFacts,
  refusalOfDefault,
  refusalOfGuarantee,
  refusalOfGuarantor,
  refusalOfInstitution,
} from './lending.ts';
import { refusalOfRate } from './lending-switches.ts';
import type { Bp, Fen, Ppm } from './money.ts';
import { accepted, type Decision, refusedBy } from './refusal.ts';
import { isListedThroughout } from './standing.ts';

export type Review =
  | {
      readonly decision: 'approve';
      /** null: as applied. */
      readonly approvedAmountFen: Fen | null;
      readonly annualRateBp: Bp | null;
      readonly annualRatePpm: Ppm | null;
    }
  | { readonly decision: 'reject' | 'return'; readonly reason: string };

/**
 * Decides the institution's review (R13), the first of the two. An approval is confirmed in the same step where the
 * version lets the office confirm by itself and everything that it would check holds.
 */
export function decideInstitutionReview(
  application: Application,
  review: Review,
  facts: LendingFacts,
  today: Day,
): Decision<ApplicationEvent> {
  const conflict = refusalOnDay(application, 'approved-by-institution', today);
  if (conflict) return conflict;
  if (review.decision !== 'approve') return accepted(turnedDown(review));

  const refusal = refusalOfInstitution(facts, today);
  if (refusal) return refusal;
  const approvedAmountFen = review.approvedAmountFen ?? application.amountFen;
  if (approvedAmountFen > application.amountFen) {
    return refusedBy('R13', 'amount-exceeds-applied', { asked: approvedAmountFen, applied: application.amountFen });
  }
  const { annualRateBp, annualRatePpm } = review;
  const rateRefusal = annualRateBp === null ? null : refusalOfRate(facts.policy, { annualRateBp, annualRatePpm });
  if (rateRefusal) return rateRefusal;
  const approved: ApplicationEvent = {
    type: 'approved-by-institution',
    data: { approvedAmountFen, annualRateBp, annualRatePpm },
  };
  return isConfirmedByItself(application, approvedAmountFen, facts, today)
    ? accepted(approved, confirmed(facts, today, approvedAmountFen, true))
    : accepted(approved);
}

/** Decides the office's review (R13), the second of the two, where the confirmation is not automatic. */
export function decideOfficeReview(
  application: Application,
  review: Review,
  facts: LendingFacts,
  today: Day,
): Decision<ApplicationEvent> {
  const conflict = refusalOnDay(application, 'application-confirmed', today);
  if (conflict) return conflict;
  if (review.decision !== 'approve') return accepted(turnedDown(review));
  // The office confirms what the institution decided, or less of it.
  const approvedFen = application.approvedAmountFen ?? application.amountFen;
  const confirmedFen = review.approvedAmountFen ?? approvedFen;
  if (confirmedFen > approvedFen) {
    return refusedBy('R13', 'amount-exceeds-approved', { asked: confirmedFen, approved: approvedFen });
  }
  return accepted(confirmed(facts, today, confirmedFen, false));
}

/** What a confirmation that nobody looks at needs (R13). */
function isConfirmedByItself(application: Application, approvedFen: Fen, facts: LendingFacts, today: Day): boolean {
  const { enterprise, book, policy } = facts;
  const { automaticConfirmation, automaticConfirmationUpToFen, approvalValidDays, enterpriseCapFen } =
    policy.parameters;
  if (!automaticConfirmation || !enterprise) return false;
  if (approvedFen > (automaticConfirmationUpToFen ?? enterpriseCapFen)) return false;
  // Its certificates alone must carry the listing all that while: an inclusion is for people to look at.
  const byCertificates = { ...enterprise, inclusions: [] };
  if (!isListedThroughout(byCertificates, book, today, addDays(today, approvalValidDays))) return false;
  // The amount is reserved already: what is asked is whether all that is reserved and lent is then under the cap.
  const exposureAfterFen = facts.exposure.exposureFen - application.reservedFen + approvedFen;
  const underCap = exposureAfterFen <= enterpriseCapFen;
  return (
    underCap &&
    refusalOfGuarantor(application, facts, today) === null &&
    refusalOfGuarantee(application, facts, today, 0) === null &&
    refusalOfDefault(facts) === null &&
    !(application.mode === 'guarantee' && policy.parameters.requireGuarantorConfirmation)
  );
}

const confirmed = (
  { policy }: LendingFacts,
  today: Day,
  approvedAmountFen: Fen,
  automatic: boolean,
): ApplicationEvent => ({
  type: 'application-confirmed',
  data: {
    automatic,
    approvedAmountFen,
    confirmedOn: today,
    expiresOn: addDays(today, policy.parameters.approvalValidDays),
  },
});

const turnedDown = ({ decision, reason }: Extract<Review, { reason: string }>): ApplicationEvent =>
  decision === 'reject'
    ? { type: 'application-rejected', data: { reason } }
    : { type: 'application-returned', data: { reason } };
