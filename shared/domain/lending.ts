import type { Agreement } from './agreement.ts';
import { agreementCovers } from './agreement.ts';
import type { ApplicationTerms } from './application.ts';
import type { LossFigures } from './breaker.ts';
import type { Day } from './calendar.ts';
import type { EnterpriseFile } from './enterprise.ts';
import { type Institution, institutionStateOn } from './institution.ts';
import type { Leverage } from './leverage.ts';
import type { Fen } from './money.ts';
import type { PolicyBook, PolicyVersion } from './policy.ts';
import { type Refusal, refusedBy } from './refusal.ts';
import { standingOn } from './standing.ts';

/** The guarded counters of an enterprise (R10, R16), as they were read. */
export interface Exposure {
  /** Reserved and outstanding over all institutions. */
  readonly exposureFen: Fen;
  /** Loans that bar new applications (R16). */
  readonly defaults: number;
}

/** All that the rules about lending look at. What was not found is null. */
export interface LendingFacts {
  readonly creditCode: string;
  readonly enterprise: EnterpriseFile | null;
  readonly exposure: Exposure;
  readonly institutionId: string;
  readonly institution: Institution | null;
  readonly guarantor: Institution | null;
  readonly agreement: Agreement | null;
  readonly quotaUsedFen: Fen;
  /** Applications to the institution that take an open place; read for new ones alone, if the version limits them. */
  readonly openApplications: number;
  /** What the institution's breaker rests on (R28); read for new applications alone. */
  readonly losses: LossFigures;
  /** Where the version limits it, for applications and disbursements. */
  readonly leverage: Leverage | null;
  readonly book: PolicyBook;
  readonly policy: PolicyVersion;
}

/**
 * Guarantee mode is what an admitted guarantor's guarantee makes (R12): naming a guarantor always sets it. Terms that
 * ask for another mode and name none drop the guarantor and the agreement that earlier terms had.
 */
export function normaliseTerms(terms: ApplicationTerms): ApplicationTerms {
  if (terms.guarantorId !== null) return { ...terms, mode: 'guarantee' };
  return terms;
}

/** R5 and R8: listed on the day; for a bank that must not see more, the facts are what the list shows to all. */
export function refusalOfListing(
  facts: Pick<LendingFacts, 'creditCode' | 'enterprise' | 'book'>,
  day: Day,
): Refusal | null {
  const { creditCode, enterprise, book } = facts;
  if (!enterprise) return refusedBy('R5', 'not-listed', { creditCode, on: day, known: false });
  const standing = standingOn(enterprise, book, day);
  if (standing.listed) return null;
  const { listedThrough } = enterprise.standing;
  return refusedBy('R5', 'not-listed', { creditCode, on: day, known: true, listedThrough });
}

/** R9: only a bank admitted on the day receives, approves and disburses. */
export function refusalOfInstitution(
  { institutionId, institution }: Pick<LendingFacts, 'institutionId' | 'institution'>,
  day: Day,
): Refusal | null {
  const state = institution ? institutionStateOn(institution, day) : null;
  if (institution?.kind === 'bank' && state === 'admitted') return null;
  return refusedBy('R9', 'institution-not-admitted', {
    institutionId,
    on: day,
    kind: institution?.kind ?? null,
    state,
  });
}

/** R9: a guarantor must be admitted too. */
export function refusalOfGuarantor(
  terms: Pick<ApplicationTerms, 'guarantorId'>,
  { guarantor }: LendingFacts,
  day: Day,
): Refusal | null {
  if (terms.guarantorId === null) return null;
  const state = guarantor ? institutionStateOn(guarantor, day) : null;
  if (guarantor?.kind === 'guarantor' && state === 'admitted') return null;
  return refusedBy('R9', 'guarantor-not-admitted', {
    guarantorId: terms.guarantorId,
    on: day,
    kind: guarantor?.kind ?? null,
    state,
  });
}

/** R10: the cap over all institutions. `raiseFen` is by how much the command would raise the exposure. */
export function refusalOfCap(
  { policy, exposure }: Pick<LendingFacts, 'policy' | 'exposure'>,
  raiseFen: Fen,
): Refusal | null {
  const capFen = policy.parameters.enterpriseCapFen;
  if (raiseFen <= 0 || exposure.exposureFen + raiseFen <= capFen) return null;
  return refusedBy('R10', 'cap-exceeded', {
    cap: capFen,
    asked: raiseFen,
    used: exposure.exposureFen,
    left: Math.max(0, capFen - exposure.exposureFen),
    policy: policy.policyId,
  });
}

/** R12: guarantee mode names a guarantor; an agreement named is valid for the parties and has room for the raise. */
export function refusalOfGuarantee(
  terms: Pick<ApplicationTerms, 'mode' | 'guarantorId' | 'agreementId'>,
  facts: LendingFacts,
  day: Day,
  quotaRaiseFen: Fen,
): Refusal | null {
  if (terms.mode === 'guarantee' && terms.guarantorId === null) {
    return refusedBy('R12', 'guarantor-required', { mode: terms.mode });
  }
  if (terms.agreementId === null) return null;
  const { agreement, institutionId, quotaUsedFen } = facts;
  const covered =
    agreement !== null &&
    terms.guarantorId !== null &&
    agreementCovers(agreement, institutionId, terms.guarantorId, day);
  if (!covered) {
    return refusedBy('R12', 'agreement-not-valid', {
      agreementId: terms.agreementId,
      on: day,
      validUntil: agreement?.validUntil ?? null,
      institutionId,
      guarantorId: terms.guarantorId,
    });
  }
  if (quotaRaiseFen <= 0 || quotaUsedFen + quotaRaiseFen <= agreement.quotaFen) return null;
  return refusedBy('R12', 'quota-exceeded', {
    agreementId: agreement.agreementId,
    quota: agreement.quotaFen,
    asked: quotaRaiseFen,
    left: Math.max(0, agreement.quotaFen - quotaUsedFen),
  });
}

/** R16: an enterprise in default may not apply. */
export function refusalOfDefault({
  policy,
  exposure,
  creditCode,
}: Pick<LendingFacts, 'policy' | 'exposure' | 'creditCode'>): Refusal | null {
  if (!policy.parameters.blockOnDefault || exposure.defaults === 0) return null;
  return refusedBy('R16', 'borrower-in-default', { creditCode, loans: exposure.defaults });
}
