import { builtInOrigins } from './built-in-origins.ts';
import type { PolicyBook, PolicyParameters, PolicyVersion } from './policy.ts';

/** The categories that the former measures named (mission.md). */
const formerCategories = ['high-tech', 'provincial-tech-sme', 'leading-talent', 'ip-demonstration'] as const;

/** The categories that the new measures added (mission.md). */
const addedCategories = [
  'specialised-innovative',
  'little-giant',
  'single-product-champion',
  'hidden-champion',
  'gazelle',
] as const;

/**
 * The new measures' parameters. Published: categories, the cap of 1000 万元, the splits, the annual cap and the seven
 * units; every other value is ours (rules.md, "built in").
 */
const newMeasures: PolicyParameters = {
  eligibleCategories: [...formerCategories, ...addedCategories],
  listingGraceDays: {},
  replaceRevokeLimitBp: 1000,
  capBasis: 'all-institutions',
  enterpriseCapFen: 1_000_000_000,
  eligibilityQuestionsPerDay: 10,
  requireGuarantorConfirmation: false,
  minApplicationFen: null,
  maxOpenApplications: null,
  applicationConsentRequired: false,
  consentValidDays: 90,
  automaticConfirmation: true,
  automaticConfirmationUpToFen: null,
  decisionValidDays: 60,
  approvalValidDays: 90,
  maxTermMonths: 36,
  lateReportDays: 30,
  blockOnDefault: true,
  maxExtensions: 1,
  extensionTotal: 'original-term',
  nonPerformingAfterDays: 90,
  requiredEvidence: ['loan-contract', 'disbursement-voucher', 'collection-record', 'classification-record'],
  lossComponents: 'principal+term-interest',
  agreedTerm: 'original',
  conferenceUnits: ['science', 'economy', 'finance', 'market', 'talent', 'fdc', 'pboc'],
  quorumUnits: 5,
  minVotingUnits: 4,
  noMajorityRule: 'reject',
  splitGuarantee: { fund: 4, guarantor: 4, institution: 2 },
  splitOther: { fund: 6, guarantor: 0, institution: 4 },
  institutionAnnualCapFen: 1_000_000_000,
  overCapRule: 'institution',
  recoveryRemitDays: 30,
  suspendAtLossRatioBp: null,
  maxAnnualRateOverLprBp: null,
  loanPrimeRateBp: null,
  useOfFundsProhibited: null,
  filingWithinDays: 30,
  earlyDefaultMonths: null,
  claimWithinDays: 365,
  firstPaymentBp: null,
  totalPublicCoverBp: null,
  fundYearCeilingFen: null,
  maxOutstandingOverFundBalance: null,
};

/**
 * A version's parameters with the built-in value of each that it lacks, because it was drafted before that one was known
 * (R1: what a version says never changes, and what it does not say is as built in).
 */
export const withBuiltIns = (parameters: Partial<PolicyParameters>): PolicyParameters => ({
  ...newMeasures,
  ...parameters,
});

/** A version with every parameter of today. */
export const wholeVersion = (version: PolicyVersion): PolicyVersion => ({
  ...version,
  parameters: withBuiltIns(version.parameters),
});

function originOf(policyId: keyof typeof builtInOrigins) {
  const { effectiveFrom, ...source } = builtInOrigins[policyId];
  return { effectiveFrom, source };
}

/**
 * The two built-in versions (R1). Their days are placeholders until the city sets the true ones; what is not published
 * of the former measures is taken as in the new (inferred).
 */
export const builtInPolicies: PolicyBook = [
  {
    policyId: 'former-measures',
    name: '原办法',
    state: 'approved',
    ...originOf('former-measures'),
    parameters: { ...newMeasures, eligibleCategories: formerCategories, enterpriseCapFen: 300_000_000 },
    version: 1,
  },
  {
    policyId: 'measures-2024',
    name: '新办法',
    state: 'approved',
    ...originOf('measures-2024'),
    parameters: newMeasures,
    version: 1,
  },
];
