import type { Role } from '../../../shared/contracts/route.ts';

/** What may be named by a path, or is what a list is made of. */
export const kinds = [
  'enterprise',
  'enterprise-history',
  'application',
  'loan',
  'claim',
  'inclusion',
  'document',
  'agreement',
  'institution',
  'policy',
  'import',
  'refresh',
  'meeting',
  'check',
  'job',
  'person',
] as const;
export type Kind = (typeof kinds)[number];

/** Which of a kind a role may see: all, its own, or none. */
export type Sight = 'all' | 'own' | 'none';

const everything = { office: 'all', auditor: 'all' } as const;

/** api.md, "who sees what", and nothing of the code: a role that a route is not open to is not looked up here. */
export const sights: Readonly<Record<Kind, Readonly<Record<Role, Sight>>>> = {
  enterprise: { bank: 'all', enterprise: 'own', guarantor: 'own', member: 'all', finance: 'all', ...everything },
  'enterprise-history': {
    bank: 'all',
    enterprise: 'own',
    guarantor: 'none',
    member: 'own',
    finance: 'none',
    ...everything,
  },
  application: { bank: 'own', enterprise: 'own', guarantor: 'own', member: 'own', finance: 'own', ...everything },
  loan: { bank: 'own', enterprise: 'own', guarantor: 'own', member: 'own', finance: 'own', ...everything },
  claim: { bank: 'own', enterprise: 'own', guarantor: 'own', member: 'own', finance: 'all', ...everything },
  inclusion: { bank: 'own', enterprise: 'own', guarantor: 'none', member: 'own', finance: 'none', ...everything },
  document: { bank: 'own', enterprise: 'own', guarantor: 'none', member: 'own', finance: 'own', ...everything },
  agreement: { bank: 'own', enterprise: 'none', guarantor: 'own', member: 'none', finance: 'none', ...everything },
  institution: { bank: 'all', enterprise: 'all', guarantor: 'all', member: 'all', finance: 'all', ...everything },
  policy: { bank: 'none', enterprise: 'none', guarantor: 'none', member: 'none', finance: 'none', ...everything },
  import: { bank: 'none', enterprise: 'none', guarantor: 'none', member: 'none', finance: 'none', ...everything },
  refresh: { bank: 'none', enterprise: 'none', guarantor: 'none', member: 'none', finance: 'none', ...everything },
  meeting: { bank: 'none', enterprise: 'none', guarantor: 'none', member: 'all', finance: 'all', ...everything },
  check: { bank: 'none', enterprise: 'none', guarantor: 'none', member: 'none', finance: 'none', ...everything },
  // A job is gone when its work is done: none is left of a city at rest.
  job: {
    ...{ bank: 'none', enterprise: 'none', guarantor: 'none', member: 'none', finance: 'none' },
    ...{ office: 'none', auditor: 'none' },
  },
  person: { bank: 'none', enterprise: 'none', guarantor: 'none', member: 'none', finance: 'none', ...everything },
};

/** What a route's path names. */
const kindOfParameter: Readonly<Record<string, Kind>> = {
  creditCode: 'enterprise',
  applicationId: 'application',
  loanId: 'loan',
  claimId: 'claim',
  inclusionId: 'inclusion',
  documentId: 'document',
  agreementId: 'agreement',
  institutionId: 'institution',
  policyId: 'policy',
  importId: 'import',
  refreshId: 'refresh',
  meetingId: 'meeting',
  checkId: 'check',
  jobId: 'job',
  personId: 'person',
};

export interface Expectation {
  /** What the path names; null where it names nothing. */
  readonly kind: Kind | null;
  /** What is answered about something of the right form that is not there. */
  readonly ifMissing: 'not-found' | 'answered';
  /** Whether a command looks at the version of what its path names (api.md: `If-Match`). */
  readonly looksAtVersion: boolean;
}

const parameterIn = (path: string): string | undefined => /\{(\w+)\}/.exec(path)?.[1];

/** Calls whose path names something that they do not read, or need not find. */
const exceptions: Readonly<Record<string, Partial<Expectation>>> = {
  enterpriseHistory: { kind: 'enterprise-history' },
  // R5: a code that the system does not know is simply not listed.
  getEligibility: { ifMissing: 'answered' },
  // An inclusion is asked for because the list does not know the enterprise; what the command makes is the inclusion.
  submitInclusion: { ifMissing: 'answered', looksAtVersion: false },
};

/** @throws Error for a path parameter that nobody said whose it is: a new kind of resource needs a row in `sights`. */
export function expectationOf(operationId: string, path: string): Expectation {
  const parameter = parameterIn(path);
  const kind = parameter === undefined ? null : kindOfParameter[parameter];
  if (kind === undefined) throw new Error(`nobody said who may see a {${parameter}}: add it to the expectations`);
  return { kind, ifMissing: 'not-found', looksAtVersion: true, ...exceptions[operationId] };
}

/** Calls that name nothing in their path, each with what it may answer the roles that it is open to. */
export const withoutTarget: Readonly<Record<string, readonly number[]>> = {
  createImport: [202, 422],
  listImports: [200],
  createRefresh: [202],
  listEnterprises: [200],
  listEligibilityQuestions: [200],
  submitApplication: [422],
  listApplications: [200],
  listInclusions: [200],
  createInstitution: [201, 409],
  listInstitutions: [200],
  createAgreement: [201, 422],
  listAgreements: [200],
  listLoans: [200],
  conveneMeeting: [201, 422],
  listMeetings: [200],
  announceDocument: [201],
  appropriateFund: [201],
  getFund: [200],
  getSettlementLine: [200],
  listFundEntries: [200],
  listPaymentsDue: [200],
  listClaims: [200],
  estimateCompensation: [200],
  createLoanImport: [202],
  listPolicies: [200],
  draftPolicy: [201, 422],
  getStatistics: [200],
  searchTrail: [200],
  verifyHistory: [200],
  listChecks: [200],
  listAccesses: [200],
  listJobs: [200],
  listPersons: [200],
};

/** What a filter asks for, as somebody would ask it, and the roles that do not see that (api.md, "who sees what"). */
interface FilterExpectation {
  readonly value: string;
  readonly hiddenFrom: readonly Role[];
}

const forAll = (value: string): FilterExpectation => ({ value, hiddenFrom: [] });

/** Every filter of every list, beside `limit` and `cursor`. */
export const filters: Readonly<Record<string, Readonly<Record<string, FilterExpectation>>>> = {
  listEnterprises: { listed: forAll('true'), category: forAll('high-tech'), q: forAll('9133') },
  getEligibility: { on: forAll('2026-03-02'), amountFen: forAll('100') },
  listEligibilityQuestions: {
    creditCode: forAll('91330482MA28A1B2XL'),
    institutionId: forAll('rcb'),
    from: forAll('2026-03-02'),
  },
  listApplications: {
    state: forAll('submitted'),
    creditCode: forAll('91330482MA28A1B2XL'),
    institutionId: forAll('rcb'),
    ownReference: forAll('R-1'),
  },
  listLoans: {
    creditCode: forAll('91330482MA28A1B2XL'),
    institutionId: forAll('rcb'),
    state: forAll('active'),
    contractNumber: forAll('HT-1'),
    maturingBefore: forAll('2027-01-01'),
  },
  listClaims: {
    state: forAll('submitted'),
    institutionId: forAll('rcb'),
    // An enterprise sees only a claim's state.
    year: { value: '2023', hiddenFrom: ['enterprise'] },
  },
  listInclusions: { state: forAll('submitted'), creditCode: forAll('91330482MA28A1B2XL') },
  listInstitutions: { kind: forAll('bank'), state: forAll('admitted') },
  listMeetings: { state: forAll('open'), year: forAll('2026') },
  listFundEntries: { from: forAll('2026-01-01'), to: forAll('2026-12-31'), account: forAll('cash') },
  getStatistics: { asOf: forAll('2026-01-01') },
  verifyHistory: { kind: forAll('loans'), id: forAll('nothing') },
  searchTrail: { from: forAll('2026-01-01'), to: forAll('2026-12-31'), actor: forAll('office-1'), type: forAll('x') },
  listChecks: { check: forAll('verify-trail') },
  listAccesses: {
    from: forAll('2026-01-01'),
    to: forAll('2026-12-31'),
    sub: forAll('bank-1'),
    org: forAll('rcb'),
    kind: forAll('export'),
    outcome: forAll('refused'),
  },
  listJobs: { state: forAll('parked') },
  listPersons: { org: forAll('office') },
};
