import type { Day } from './days.ts';

/** What rules.md calls parameters, as far as the model looks at them, under the names that it gives them. */
export interface Rules {
  readonly eligibleCategories: readonly string[];
  readonly listingGraceDays: Readonly<Record<string, number>>;
  readonly enterpriseCapFen: number;
  readonly eligibilityQuestionsPerDay: number;
  readonly minApplicationFen: number | null;
  readonly maxOpenApplications: number | null;
  readonly applicationConsentRequired: boolean;
  readonly consentValidDays: number;
  readonly requireGuarantorConfirmation: boolean;
  readonly automaticConfirmation: boolean;
  readonly automaticConfirmationUpToFen: number | null;
  readonly decisionValidDays: number;
  readonly approvalValidDays: number;
  readonly maxTermMonths: number | null;
  readonly lateReportDays: number;
  readonly blockOnDefault: boolean;
  readonly maxExtensions: number;
  readonly nonPerformingAfterDays: number;
  readonly requiredEvidence: readonly string[];
  readonly lossComponents: 'principal' | 'principal+term-interest';
  readonly agreedTerm: 'original' | 'as-extended';
  readonly conferenceUnits: readonly string[];
  readonly quorumUnits: number;
  readonly minVotingUnits: number;
  readonly noMajorityRule: 'reject' | 'defer';
  readonly institutionAnnualCapFen: number;
  readonly overCapRule: 'institution' | 'carry-over';
  readonly recoveryRemitDays: number;
  readonly filingWithinDays: number | null;
  readonly claimWithinDays: number | null;
  readonly firstPaymentBp: number | null;
  readonly suspendAtLossRatioBp: number | null;
}

/** A policy version. */
export interface Version {
  readonly id: string;
  readonly from: Day;
  readonly rules: Rules;
}

const former = ['high-tech', 'provincial-tech-sme', 'leading-talent', 'ip-demonstration'];
const added = ['specialised-innovative', 'little-giant', 'single-product-champion', 'hidden-champion', 'gazelle'];

const published: Rules = {
  eligibleCategories: [...former, ...added],
  listingGraceDays: {},
  enterpriseCapFen: 10_000_000_00,
  eligibilityQuestionsPerDay: 10,
  minApplicationFen: null,
  maxOpenApplications: null,
  applicationConsentRequired: false,
  consentValidDays: 90,
  requireGuarantorConfirmation: false,
  automaticConfirmation: true,
  automaticConfirmationUpToFen: null,
  decisionValidDays: 60,
  approvalValidDays: 90,
  maxTermMonths: 36,
  lateReportDays: 30,
  blockOnDefault: true,
  maxExtensions: 1,
  nonPerformingAfterDays: 90,
  requiredEvidence: ['loan-contract', 'disbursement-voucher', 'collection-record', 'classification-record'],
  lossComponents: 'principal+term-interest',
  agreedTerm: 'original',
  conferenceUnits: ['science', 'economy', 'finance', 'market', 'talent', 'fdc', 'pboc'],
  quorumUnits: 5,
  minVotingUnits: 4,
  noMajorityRule: 'reject',
  institutionAnnualCapFen: 10_000_000_00,
  overCapRule: 'institution',
  recoveryRemitDays: 30,
  filingWithinDays: 30,
  claimWithinDays: 365,
  firstPaymentBp: null,
  suspendAtLossRatioBp: null,
};

/** The two versions that are built in, as mission.md and rules.md state them. */
export const builtIn: readonly Version[] = [
  {
    id: 'former-measures',
    from: '2018-01-01',
    rules: { ...published, eligibleCategories: former, enterpriseCapFen: 3_000_000_00 },
  },
  { id: 'measures-2024', from: '2024-01-01', rules: published },
];

/** Who bears which tenths of a loss. */
export const sharesOfTen = (mode: string): { readonly fund: number; readonly guarantor: number } =>
  mode === 'guarantee' ? { fund: 4, guarantor: 4 } : { fund: 6, guarantor: 0 };
