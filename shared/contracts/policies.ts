import * as z from 'zod';
import type { PolicyParameters as Parameters } from '../domain/policy.ts';
import { Bp, Day, PositiveFen, Word } from './fields.ts';

const days = z.int().min(0);
const months = z.int().min(1);
const weights = z.object({ fund: z.int().min(0), guarantor: z.int().min(0), institution: z.int().min(0) });

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
    automaticConfirmationUpToFen: PositiveFen.nullable(),
    decisionValidDays: days,
    approvalValidDays: days,
    maxTermMonths: months.nullable(),
    lateReportDays: days,
    blockOnDefault: z.boolean(),
    maxExtensions: z.int().min(0),
    extensionTotal: z.enum(['original-term']),
    nonPerformingAfterDays: days,
    requiredEvidence: z.array(Word),
    lossComponents: z.enum(['principal', 'principal+term-interest']),
    agreedTerm: z.enum(['original', 'as-extended']),
    conferenceUnits: z.array(Word),
    quorumUnits: z.int().min(1),
    minVotingUnits: z.int().min(1),
    noMajorityRule: z.enum(['reject', 'defer']),
    splitGuarantee: weights,
    splitOther: weights,
    institutionAnnualCapFen: PositiveFen,
    overCapRule: z.enum(['institution', 'carry-over']),
    recoveryRemitDays: days,
    suspendAtLossRatioBp: Bp.nullable(),
    maxAnnualRateOverLprBp: Bp.nullable(),
    useOfFundsProhibited: z.array(z.string()).nullable(),
    filingWithinDays: days.nullable(),
    earlyDefaultMonths: months.nullable(),
    claimWithinDays: days.nullable(),
    firstPaymentBp: Bp.nullable(),
    totalPublicCoverBp: Bp.nullable(),
    fundYearCeilingFen: PositiveFen.nullable(),
    maxOutstandingOverFundBalance: z.number().nullable(),
  } satisfies { [Name in keyof Parameters]: z.ZodType<Parameters[Name]> })
  .meta({ id: 'PolicyParameters' });

export const Policy = z
  .object({
    policyId: z.string(),
    name: z.string(),
    state: z.enum(['draft', 'approved', 'discarded']),
    effectiveFrom: Day,
    /** The day before the next approved version's; null for the last. */
    effectiveThrough: Day.nullable(),
    inForce: z.boolean(),
    source: z.object({ title: z.string(), documentNumber: z.string().nullable(), issuedOn: Day.nullable() }),
    parameters: PolicyParameters,
    builtIn: z.boolean(),
    version: z.int(),
  })
  .meta({ id: 'Policy', description: 'Policy version 政策版本' });
