import {
  type AdditionalSecurity,
  type Application,
  type ApplicationEvent,
  type ApplicationSubmitted,
  type ApplicationTerms,
  type Consent,
  refusalOnDay,
} from './application.ts';
import { refusalOfConsent } from './application-consent.ts';
import { refusalOfBreaker } from './breaker.ts';
import { addDays, type Day } from './calendar.ts';
import {
  type LendingFacts,
  normaliseTerms,
  refusalOfCap,
  refusalOfDefault,
  refusalOfGuarantee,
  refusalOfGuarantor,
  refusalOfInstitution,
  refusalOfListing,
} from './lending.ts';
import { refusalOfLeastAmount, refusalOfOpenApplications, refusalOfUse } from './lending-switches.ts';
import { limitsLeverage, refusalOfLeverage } from './leverage.ts';
import type { Fen } from './money.ts';
import type { PolicyVersion } from './policy.ts';
import { accepted, type Decision, type Refusal } from './refusal.ts';

export interface Submission {
  readonly applicationId: string;
  readonly appliedBy: string;
  readonly terms: ApplicationTerms;
  readonly additionalSecurity: readonly AdditionalSecurity[];
  readonly projectId: string | null;
  readonly ownReference: string | null;
  readonly consent: Consent | null;
}

/**
 * Decides whether an application may stand (R5, R9, R10, R12, R16, R28) and reserves its amount of the enterprise's cap.
 *
 * What a bank must bring comes first: without the enterprise's authorisation, or for less than the least amount, nothing is
 * said of the enterprise.
 *
 * The cap binds the enterprise over all institutions, because all of them draw on the same fund.
 */
export function decideSubmission(submission: Submission, facts: LendingFacts, today: Day): Decision<ApplicationEvent> {
  const terms = normaliseTerms(submission.terms);
  const { institutionId, institution, losses, leverage, policy } = facts;
  const refusal =
    refusalOfBringing(submission, facts, today) ??
    refusalOfOpenApplications(facts) ??
    refusalOfTerms(terms, facts, today, terms.amountFen, terms.amountFen) ??
    refusalOfBreaker(institutionId, institution, losses, policy) ??
    refusalOfUse(policy, terms.purpose) ??
    refusalOfLeverage(policy, leverage, terms.amountFen);
  return refusal ?? accepted(submitted(submission, terms, policy, today, facts));
}

/** What can be known before the enterprise is read: of the institution, and of the version in force. */
export type FactsBeforeEnterprise = Pick<
  LendingFacts,
  'creditCode' | 'institutionId' | 'institution' | 'losses' | 'policy'
>;

/**
 * What `decideSubmission` accepts where the enterprise is listed on the day, has room under the cap and, where that bars,
 * no default: for a write that asks just this. Null where it refuses whatever the enterprise is, or where there is
 * more to look at: a guarantor, an agreement, a document, the fund's leverage.
 */
export function submissionIfEnterpriseMay(
  submission: Submission,
  facts: FactsBeforeEnterprise,
  today: Day,
): ApplicationSubmitted | null {
  const { terms, consent } = submission;
  const { institutionId, institution, losses, policy } = facts;
  const names = terms.guarantorId !== null || terms.agreementId !== null || (consent?.documentId ?? null) !== null;
  if (names || terms.mode === 'guarantee' || limitsLeverage(policy)) return null;
  const refusal =
    refusalOfBringing(submission, facts, today) ??
    refusalOfInstitution(facts, today) ??
    refusalOfBreaker(institutionId, institution, losses, policy) ??
    refusalOfUse(policy, terms.purpose);
  return refusal ? null : submitted(submission, terms, policy, today, facts);
}

/** What speaks against an application whatever is known of its enterprise: no authorisation, too small an amount. */
const refusalOfBringing = (
  { appliedBy, consent, terms }: Submission,
  { creditCode, policy }: Pick<LendingFacts, 'creditCode' | 'policy'>,
  today: Day,
): Refusal | null =>
  refusalOfConsent(policy, { creditCode, appliedBy, consent }, today) ?? refusalOfLeastAmount(policy, terms.amountFen);

const submitted = (
  { applicationId, appliedBy, additionalSecurity, projectId, ownReference, consent }: Submission,
  terms: ApplicationTerms,
  { policyId, parameters }: PolicyVersion,
  today: Day,
  { creditCode, institutionId }: Pick<LendingFacts, 'creditCode' | 'institutionId'>,
): ApplicationSubmitted => ({
  type: 'application-submitted',
  data: {
    ...terms,
    applicationId,
    creditCode,
    institutionId,
    appliedBy,
    additionalSecurity: additionalSecurity.map(({ kind, description }) => ({ kind, description })),
    projectId,
    ownReference,
    ...(consent && { consent }),
    ...(parameters.maxOpenApplications !== null && { countsAsOpen: true }),
    policy: policyId,
    submittedOn: today,
    expiresOn: addDays(today, parameters.decisionValidDays),
  },
});

/**
 * Decides a resubmission after a return (R2, R13), which is no new application (R28): the new terms are judged by the version in force today, and only
 * what exceeds the reservation already held must find room under cap and quota.
 */
export function decideResubmission(
  application: Application,
  change: Partial<ApplicationTerms>,
  facts: LendingFacts,
  today: Day,
): Decision<ApplicationEvent> {
  const terms = resubmittedTerms(application, change);
  const raiseFen = terms.amountFen - application.reservedFen;
  const quotaRaiseFen = terms.agreementId === application.agreementId ? raiseFen : terms.amountFen;
  const { policy } = facts;
  const refusal =
    refusalOnDay(application, 'application-resubmitted', today) ??
    refusalOfLeastAmount(policy, terms.amountFen) ??
    refusalOfTerms(terms, facts, today, raiseFen, quotaRaiseFen) ??
    refusalOfUse(policy, terms.purpose);
  if (refusal) return refusal;
  const expiresOn = addDays(today, policy.parameters.decisionValidDays);
  return accepted({
    type: 'application-resubmitted',
    data: { ...terms, policy: policy.policyId, submittedOn: today, expiresOn },
  });
}

/** The terms that a resubmission asks for: what it does not name stays, but another mode drops guarantor and agreement. */
export function resubmittedTerms(application: Application, change: Partial<ApplicationTerms>): ApplicationTerms {
  const { amountFen, termMonths, mode, guarantorId, agreementId, purpose } = application;
  const leavesGuarantee = change.mode !== undefined && change.mode !== 'guarantee' && change.guarantorId === undefined;
  const kept = leavesGuarantee ? { guarantorId: null, agreementId: null } : { guarantorId, agreementId };
  return normaliseTerms({ amountFen, termMonths, mode, purpose, ...kept, ...change });
}

function refusalOfTerms(
  terms: ApplicationTerms,
  facts: LendingFacts,
  today: Day,
  raiseFen: Fen,
  quotaRaiseFen: Fen,
): Refusal | null {
  return (
    refusalOfListing(facts, today) ??
    refusalOfInstitution(facts, today) ??
    refusalOfGuarantor(terms, facts, today) ??
    refusalOfCap(facts, raiseFen) ??
    refusalOfGuarantee(terms, facts, today, quotaRaiseFen) ??
    refusalOfDefault(facts)
  );
}
