import * as z from 'zod/mini';
import type { PolicyParameters as Parameters } from '../domain/policy.ts';
import { Bp, Day, PositiveFen, Word } from './fields.ts';

const days = z.int().check(z.minimum(0));
const months = z.int().check(z.minimum(1));
const weights = z.object({
  fund: z.int().check(z.minimum(0)),
  guarantor: z.int().check(z.minimum(0)),
  institution: z.int().check(z.minimum(0)),
});

/** Every parameter of a version; the glossary has the table of all. null is off: not enforced. */
export const PolicyParameters = z
  .object({
    eligibleCategories: z.array(Word),
    listingGraceDays: z.record(Word, days),
    replaceRevokeLimitBp: Bp,
    capBasis: z.enum(['all-institutions']),
    enterpriseCapFen: PositiveFen,
    requireGuarantorConfirmation: z.boolean(),
    automaticConfirmation: z.boolean(),
    automaticConfirmationUpToFen: z.nullable(PositiveFen),
    decisionValidDays: days,
    approvalValidDays: days,
    maxTermMonths: z.nullable(months),
    lateReportDays: days,
    blockOnDefault: z.boolean(),
    maxExtensions: z.int().check(z.minimum(0)),
    extensionTotal: z.enum(['original-term']),
    nonPerformingAfterDays: days,
    requiredEvidence: z.array(Word),
    lossComponents: z.enum(['principal', 'principal+term-interest']),
    agreedTerm: z.enum(['original', 'as-extended']),
    conferenceUnits: z.array(Word),
    quorumUnits: z.int().check(z.minimum(1)),
    minVotingUnits: z.int().check(z.minimum(1)),
    noMajorityRule: z.enum(['reject', 'defer']),
    splitGuarantee: weights,
    splitOther: weights,
    institutionAnnualCapFen: PositiveFen,
    overCapRule: z.enum(['institution', 'carry-over']),
    recoveryRemitDays: days,
    suspendAtLossRatioBp: z.nullable(Bp),
    maxAnnualRateOverLprBp: z.nullable(Bp),
    useOfFundsProhibited: z.nullable(z.array(z.string())),
    filingWithinDays: z.nullable(days),
    earlyDefaultMonths: z.nullable(months),
    claimWithinDays: z.nullable(days),
    firstPaymentBp: z.nullable(Bp),
    totalPublicCoverBp: z.nullable(Bp),
    fundYearCeilingFen: z.nullable(PositiveFen),
    maxOutstandingOverFundBalance: z.nullable(z.number()),
  } satisfies { [Name in keyof Parameters]: z.ZodMiniType<Parameters[Name]> })
  .check(z.meta({ id: 'PolicyParameters' }));

export const Policy = z
  .object({
    policyId: z.string(),
    name: z.string(),
    state: z.enum(['draft', 'approved', 'discarded']),
    effectiveFrom: Day,
    /** The day before the next approved version's; null for the last. */
    effectiveThrough: z.nullable(Day),
    inForce: z.boolean(),
    source: z.object({ title: z.string(), documentNumber: z.nullable(z.string()), issuedOn: z.nullable(Day) }),
    parameters: PolicyParameters,
    builtIn: z.boolean(),
    version: z.int(),
  })
  .check(z.meta({ id: 'Policy', description: 'Policy version 政策版本' }));
