import * as z from 'zod/mini';
import type { PolicyParameters as Parameters } from '../domain/policy.ts';
import { Bp, commandBody, Day, orNull, PositiveFen, ShortText, Text, Word } from './fields.ts';

/** Up to a hundred years of days, months or units: whatever is more is a slip. */
const days = z.int().check(z.minimum(0), z.maximum(36_500));
const months = z.int().check(z.minimum(1), z.maximum(1_200));
const units = z.int().check(z.minimum(1), z.maximum(50));
/** A part of a whole. */
const ShareBp = z.int().check(z.minimum(0), z.maximum(10_000));
const weight = z.int().check(z.minimum(0), z.maximum(1_000_000));
const weights = z.strictObject({ fund: weight, guarantor: weight, institution: weight });

/** Entries that may be named in any order, each once. */
const setOf = (entry: typeof Word | typeof ShortText) =>
  z.array(entry).check(
    z.maxLength(50),
    z.refine((entries) => new Set(entries).size === entries.length, { error: 'entry-repeated' }),
  );

/** Every parameter of a version; the glossary has the table of all. null is off: not enforced. */
const AllParameters = z.strictObject({
  eligibleCategories: setOf(Word),
  listingGraceDays: z
    .record(Word, days)
    .check(z.refine((entries) => Object.keys(entries).length <= 50, { error: 'too-many-entries' })),
  replaceRevokeLimitBp: ShareBp,
  capBasis: z.enum(['all-institutions']),
  enterpriseCapFen: PositiveFen,
  eligibilityQuestionsPerDay: z.int().check(z.minimum(0), z.maximum(100)),
  requireGuarantorConfirmation: z.boolean(),
  minApplicationFen: z.nullable(PositiveFen),
  maxOpenApplications: z.nullable(z.int().check(z.minimum(1), z.maximum(100_000))),
  applicationConsentRequired: z.boolean(),
  consentValidDays: days,
  automaticConfirmation: z.boolean(),
  automaticConfirmationUpToFen: z.nullable(PositiveFen),
  decisionValidDays: days,
  approvalValidDays: days,
  maxTermMonths: z.nullable(months),
  lateReportDays: days,
  blockOnDefault: z.boolean(),
  maxExtensions: z.int().check(z.minimum(0), z.maximum(100)),
  extensionTotal: z.enum(['original-term']),
  nonPerformingAfterDays: days,
  requiredEvidence: setOf(Word),
  lossComponents: z.enum(['principal', 'principal+term-interest']),
  agreedTerm: z.enum(['original', 'as-extended']),
  conferenceUnits: setOf(Word),
  quorumUnits: units,
  minVotingUnits: units,
  noMajorityRule: z.enum(['reject', 'defer']),
  splitGuarantee: weights,
  splitOther: weights,
  institutionAnnualCapFen: PositiveFen,
  overCapRule: z.enum(['institution', 'carry-over']),
  recoveryRemitDays: days,
  suspendAtLossRatioBp: z.nullable(ShareBp),
  maxAnnualRateOverLprBp: z.nullable(Bp),
  loanPrimeRateBp: z.nullable(Bp),
  useOfFundsProhibited: z.nullable(setOf(ShortText)),
  filingWithinDays: z.nullable(days),
  earlyDefaultMonths: z.nullable(months),
  claimWithinDays: z.nullable(days),
  firstPaymentBp: z.nullable(ShareBp),
  totalPublicCoverBp: z.nullable(ShareBp),
  fundYearCeilingFen: z.nullable(PositiveFen),
  // The store keeps no number that is closer to nothing than 1e-130.
  maxOutstandingOverFundBalance: z.nullable(
    z.number().check(
      z.minimum(0),
      z.maximum(1_000_000),
      z.refine((times) => times === 0 || times >= 0.01, { error: 'below-a-hundredth' }),
    ),
  ),
} satisfies { [Name in keyof Parameters]: z.ZodMiniType<Parameters[Name]> });
export const PolicyParameters = AllParameters.check(z.meta({ id: 'PolicyParameters' }));

/** A version to be: what `parameters` does not name is as in the newest approved version. */
export const DraftPolicy = commandBody({
  name: ShortText,
  effectiveFrom: Day,
  source: z.strictObject({ title: Text, documentNumber: orNull(ShortText), issuedOn: orNull(Day) }),
  parameters: z.partial(AllParameters),
}).check(z.meta({ id: 'DraftPolicy' }));
