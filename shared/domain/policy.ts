import { type Day, dayAt } from './calendar.ts';
import type { Bp, Fen } from './money.ts';

/** Share weights of a loss (风险分担比例), fund : guarantor : institution. */
export interface SplitWeights {
  readonly fund: number;
  readonly guarantor: number;
  readonly institution: number;
}

/**
 * The parameters of a policy version (R1). Names and rules are those of rules.md; the glossary (README.md beside this
 * file) has the table of all with units and built-in values. `null` means off: not enforced until a version gives a value.
 */
export interface PolicyParameters {
  readonly eligibleCategories: readonly string[];
  readonly listingGraceDays: Readonly<Record<string, number>>;
  readonly replaceRevokeLimitBp: Bp;
  readonly capBasis: 'all-institutions';
  readonly enterpriseCapFen: Fen;
  /** Questions about what is left of an enterprise's cap that a bank gets answered a day. */
  readonly eligibilityQuestionsPerDay: number;
  readonly requireGuarantorConfirmation: boolean;
  /** The least that may be applied for. */
  readonly minApplicationFen: Fen | null;
  /** Applications that have not ended, of one institution. */
  readonly maxOpenApplications: number | null;
  /** Whether a bank that applies shows the enterprise's authorisation (征信授权). */
  readonly applicationConsentRequired: boolean;
  /** How many days ago one that is shown may have been signed. */
  readonly consentValidDays: number;
  readonly automaticConfirmation: boolean;
  /** null: up to the cap. */
  readonly automaticConfirmationUpToFen: Fen | null;
  readonly decisionValidDays: number;
  readonly approvalValidDays: number;
  readonly maxTermMonths: number | null;
  readonly lateReportDays: number;
  readonly blockOnDefault: boolean;
  readonly maxExtensions: number;
  readonly extensionTotal: 'original-term';
  readonly nonPerformingAfterDays: number;
  readonly requiredEvidence: readonly string[];
  readonly lossComponents: 'principal' | 'principal+term-interest';
  readonly agreedTerm: 'original' | 'as-extended';
  readonly conferenceUnits: readonly string[];
  readonly quorumUnits: number;
  readonly minVotingUnits: number;
  readonly noMajorityRule: 'reject' | 'defer';
  readonly splitGuarantee: SplitWeights;
  readonly splitOther: SplitWeights;
  readonly institutionAnnualCapFen: Fen;
  readonly overCapRule: 'institution' | 'carry-over';
  readonly recoveryRemitDays: number;
  readonly suspendAtLossRatioBp: Bp | null;
  readonly maxAnnualRateOverLprBp: Bp | null;
  /** The loan prime rate that it is counted from. */
  readonly loanPrimeRateBp: Bp | null;
  readonly useOfFundsProhibited: readonly string[] | null;
  readonly filingWithinDays: number | null;
  readonly earlyDefaultMonths: number | null;
  readonly claimWithinDays: number | null;
  readonly firstPaymentBp: Bp | null;
  readonly totalPublicCoverBp: Bp | null;
  readonly fundYearCeilingFen: Fen | null;
  readonly maxOutstandingOverFundBalance: number | null;
}

export interface PolicySource {
  readonly title: string;
  readonly documentNumber: string | null;
  readonly issuedOn: Day | null;
}

export const policyStates = ['draft', 'approved', 'discarded'] as const;
export type PolicyState = (typeof policyStates)[number];

/** A policy version (政策版本): immutable, in force from a day until the next version's day (R1). */
export interface PolicyVersion {
  readonly policyId: string;
  readonly name: string;
  readonly state: PolicyState;
  readonly effectiveFrom: Day;
  readonly source: PolicySource;
  readonly parameters: PolicyParameters;
  readonly version: number;
}

/** The approved versions, by `effectiveFrom` ascending. */
export type PolicyBook = readonly PolicyVersion[];

/** The version in force on a day (R2); null before the first. */
export function policyOn(book: PolicyBook, day: Day): PolicyVersion | null {
  let found: PolicyVersion | null = null;
  for (const version of book) if (version.effectiveFrom <= day) found = version;
  return found;
}

/** Functions that decide live a minute at most; an approval begun just before midnight ends well within this. */
const approvalsEndWithinMs = 5 * 60_000;

/**
 * The last day whose version whoever reads the book at an instant is sure to know: a version is approved before its first
 * day (R1), but an approval begun on the day before may be committed a little after midnight.
 */
export const settledDayAt = (instant: string): Day =>
  dayAt(new Date(Date.parse(instant) - approvalsEndWithinMs).toISOString());

/** The approved version that takes effect last. A book without any is a defect: the built-in ones are always in it. */
export function policyNewest(book: PolicyBook): PolicyVersion {
  const newest = book.at(-1);
  if (!newest) throw new Error('the policy book is empty');
  return newest;
}

/** The version that a loan or application keeps (R2). A name that no approved version has is a defect, not a refusal. */
export function policyNamed(book: PolicyBook, policyId: string): PolicyVersion {
  const found = book.find((version) => version.policyId === policyId);
  if (!found) throw new Error(`no approved policy version ${policyId}`);
  return found;
}
