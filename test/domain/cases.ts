import type { Agreement } from '../../shared/domain/agreement.ts';
import {
  type Application,
  type ApplicationEvent,
  type ApplicationState,
  type ApplicationSubmitted,
  type ApplicationTerms,
  evolveApplication,
} from '../../shared/domain/application.ts';
import type { Submission } from '../../shared/domain/application-submission.ts';
import { noLosses } from '../../shared/domain/breaker.ts';
import { builtInPolicies } from '../../shared/domain/built-in-policies.ts';
import { addDays, type Day } from '../../shared/domain/calendar.ts';
import type { Certificate, EnterpriseFile } from '../../shared/domain/enterprise.ts';
import type { Admission, Institution, InstitutionKind } from '../../shared/domain/institution.ts';
import type { LendingFacts } from '../../shared/domain/lending.ts';
import { type PolicyBook, type PolicyParameters, policyNamed } from '../../shared/domain/policy.ts';
import type { Refusal } from '../../shared/domain/refusal.ts';
import { standingRecord } from '../../shared/domain/standing.ts';
import { creditCode } from '../support/fixtures.ts';

/** The day on which most cases play: well inside the new measures. */
export const today: Day = '2026-03-02';
export const cap = 1_000_000_000;
export const code = creditCode(1);
/** A code of digits alone: what a spreadsheet may hand over as a number, which keeps it only by chance. */
export const codeOfDigits = '913304820000002300';

/** What decided: the refusal's code, or that it was accepted. */
export const verdict = (decision: Refusal | { readonly kind: 'accepted' }): string =>
  decision.kind === 'refused' ? decision.code : 'accepted';

/** The built-in versions with other parameters in the new one. */
export const bookWith = (change: Partial<PolicyParameters>): PolicyBook =>
  builtInPolicies.map((version) =>
    version.policyId === 'measures-2024' ? { ...version, parameters: { ...version.parameters, ...change } } : version,
  );

export function anInstitution(
  kind: InstitutionKind = 'bank',
  state: Admission['state'] | 'applied' = 'admitted',
  from: Day = '2018-01-01',
): Institution {
  const institutionId = kind === 'bank' ? 'rcb' : kind === 'guarantor' ? 'talent-guarantee' : 'jinkong';
  const admissions = state === 'applied' ? [] : [{ state, from, reason: 'case' }];
  const named = { institutionId, name: institutionId, kind, creditCode: creditCode(2), appliedOn: '2018-01-01' };
  return { ...named, admissions, breaker: null };
}

export const source = { title: 'case', documentNumber: null, issuedOn: null };

export const aCertificate = (
  validUntil: Day | null = null,
  { category = 'high-tech', issuedOn = '2020-01-01' as Day } = {},
): Certificate => ({
  category,
  certificateNumber: '',
  periods: [{ issuedOn, validUntil, source }],
  revocations: [],
});

/** An enterprise with what makes it listed, or nothing. */
export function anEnterprise(
  { certificates = [aCertificate()], inclusions = [] }: Partial<EnterpriseFile> = {},
  book: PolicyBook = builtInPolicies,
): EnterpriseFile {
  const file = { creditCode: code, name: 'case', formerNames: [], certificates, inclusions, suspensions: [] };
  return { ...file, standing: standingRecord(file, book, today) };
}

export const anAgreement = (change: Partial<Agreement> = {}): Agreement => ({
  agreementId: 'agr-1',
  kind: 'three-party',
  parties: ['rcb', 'talent-guarantee', 'jinkong'],
  signedOn: '2024-11-11',
  validUntil: '2027-11-10',
  quotaFen: 5_000_000_000,
  feeBp: null,
  ...change,
});

/** Facts under which everything is allowed. */
export function someFacts(change: Partial<LendingFacts> = {}): LendingFacts {
  const book = change.book ?? builtInPolicies;
  return {
    creditCode: code,
    enterprise: anEnterprise(),
    exposure: { exposureFen: 0, defaults: 0 },
    institutionId: 'rcb',
    institution: anInstitution(),
    guarantor: anInstitution('guarantor'),
    agreement: anAgreement(),
    quotaUsedFen: 0,
    openApplications: 0,
    losses: noLosses,
    leverage: null,
    book,
    policy: policyNamed(book, 'measures-2024'),
    ...change,
  };
}

export const unlisted = anEnterprise({ certificates: [] });

export const terms = {
  amountFen: 300_000_000,
  termMonths: 12,
  mode: 'credit',
  guarantorId: null,
  agreementId: null,
  purpose: '研发投入',
} as const;

export const guaranteed = { ...terms, mode: 'guarantee', guarantorId: 'talent-guarantee' } as const;
export const underAgreement = { ...guaranteed, agreementId: 'agr-1' } as const;

/** What a bank asks for in an application of its own. */
export const aSubmission = (asked: ApplicationTerms): Submission => ({
  applicationId: 'app-1',
  appliedBy: 'rcb',
  terms: asked,
  additionalSecurity: [],
  projectId: null,
  ownReference: null,
  consent: null,
});

export const submitted = (change: Partial<ApplicationSubmitted['data']> = {}): ApplicationEvent => ({
  type: 'application-submitted',
  data: {
    ...terms,
    applicationId: 'app-1',
    creditCode: code,
    institutionId: 'rcb',
    appliedBy: 'rcb',
    additionalSecurity: [],
    projectId: null,
    ownReference: null,
    policy: 'measures-2024',
    submittedOn: today,
    expiresOn: addDays(today, 60),
    ...change,
  },
});

export const approved = (approvedAmountFen: number = terms.amountFen): ApplicationEvent => ({
  type: 'approved-by-institution',
  data: { approvedAmountFen, annualRateBp: 365, annualRatePpm: null },
});

export const confirmed = (approvedAmountFen: number = terms.amountFen, confirmedOn: Day = today): ApplicationEvent => ({
  type: 'application-confirmed',
  data: { automatic: true, approvedAmountFen, confirmedOn, expiresOn: addDays(confirmedOn, 90) },
});

export const returned: ApplicationEvent = { type: 'application-returned', data: { reason: '补材料' } };
export const rejected: ApplicationEvent = { type: 'application-rejected', data: { reason: '不符合' } };
export const withdrawn: ApplicationEvent = { type: 'application-withdrawn', data: { reason: null } };
export const expired: ApplicationEvent = { type: 'application-expired', data: { on: addDays(today, 200) } };
export const disbursed: ApplicationEvent = {
  type: 'application-disbursed',
  data: { loanId: 'loan-1', amountFen: terms.amountFen, disbursedOn: today },
};

/** The application that a history makes. */
export function applicationAfter(...events: readonly ApplicationEvent[]): Application {
  let state: Application | null = null;
  for (const event of events) state = evolveApplication(state, event);
  if (!state) throw new Error('an application needs an event');
  return state;
}

/** The shortest history that leads to each state. */
export const historyTo: Readonly<Record<ApplicationState, readonly ApplicationEvent[]>> = {
  submitted: [submitted()],
  'approved-by-institution': [submitted(), approved()],
  confirmed: [submitted(), approved(), confirmed()],
  returned: [submitted(), returned],
  rejected: [submitted(), rejected],
  withdrawn: [submitted(), withdrawn],
  expired: [submitted(), expired],
  disbursed: [submitted(), approved(), confirmed(), disbursed],
};
export const states = Object.keys(historyTo) as readonly ApplicationState[];

/** An application in each state, by its shortest history. */
export const inState = Object.fromEntries(
  states.map((state) => [state, applicationAfter(...historyTo[state])]),
) as Readonly<Record<ApplicationState, Application>>;
