import * as z from 'zod';
import { applicationStates, loanModes } from '../domain/application.ts';
import {
  Bp,
  CreditCode,
  commandBody,
  Day,
  Fen,
  Id,
  InstitutionId,
  orNull,
  PositiveFen,
  Ppm,
  ShortText,
  Text,
  Word,
} from './fields.ts';

const terms = {
  amountFen: PositiveFen,
  termMonths: z.int().min(1).max(600),
  mode: z.enum(loanModes),
  guarantorId: orNull(InstitutionId),
  agreementId: orNull(Id),
  purpose: Text,
};

/** Together with the other texts an answer stays under 32 KiB, as every recorded answer must. */
const securityCharactersMax = 6000;

export const SubmitApplication = commandBody({
  creditCode: CreditCode,
  institutionId: InstitutionId,
  ...terms,
  additionalSecurity: z
    .array(z.strictObject({ kind: Word, description: Text }))
    .max(20)
    .refine((all) => all.reduce((sum, { description }) => sum + description.length, 0) <= securityCharactersMax, {
      error: 'descriptions-too-long',
    })
    .default([]),
  projectId: orNull(Id),
  ownReference: orNull(ShortText),
}).meta({ id: 'SubmitApplication' });

export const ResubmitApplication = commandBody({
  amountFen: terms.amountFen.optional(),
  termMonths: terms.termMonths.optional(),
  mode: terms.mode.optional(),
  guarantorId: InstitutionId.nullable().optional(),
  agreementId: Id.nullable().optional(),
  purpose: Text.optional(),
}).meta({ id: 'ResubmitApplication' });

export const ReviewApplication = commandBody({
  decision: z.enum(['approve', 'reject', 'return']),
  approvedAmountFen: orNull(PositiveFen),
  annualRateBp: orNull(Bp),
  annualRatePpm: orNull(Ppm),
  reason: orNull(Text),
})
  .refine(({ decision, reason }) => decision === 'approve' || reason !== null, {
    path: ['reason'],
    error: 'reason-required',
  })
  .refine(isSameRate, { path: ['annualRatePpm'], error: 'rates-differ' })
  .meta({ id: 'ReviewApplication' });

export const Disburse = commandBody({
  amountFen: PositiveFen,
  disbursedOn: Day,
  maturesOn: Day,
  contractNumber: ShortText,
  noteNumber: z.string().trim().max(100).default(''),
  annualRateBp: Bp,
  annualRatePpm: orNull(Ppm),
})
  .refine(isSameRate, { path: ['annualRatePpm'], error: 'rates-differ' })
  .meta({ id: 'Disburse' });

/** The finer rate says the same, to the basis point (4.785 % is 478 basis points and 47,850 parts per million). */
function isSameRate(rate: { annualRateBp: number | null; annualRatePpm: number | null }): boolean {
  if (rate.annualRatePpm === null) return true;
  return rate.annualRateBp !== null && Math.abs(rate.annualRatePpm - rate.annualRateBp * 100) < 100;
}

export const Application = z
  .object({
    applicationId: Id,
    creditCode: z.string(),
    institutionId: z.string(),
    appliedBy: z.string(),
    state: z.enum(applicationStates),
    amountFen: PositiveFen,
    approvedAmountFen: PositiveFen.nullable(),
    reservedFen: Fen,
    termMonths: z.int(),
    mode: z.enum(loanModes),
    guarantorId: z.string().nullable(),
    agreementId: z.string().nullable(),
    purpose: z.string(),
    additionalSecurity: z.array(z.object({ kind: z.string(), description: z.string() })),
    projectId: z.string().nullable(),
    ownReference: z.string().nullable(),
    annualRateBp: Bp.nullable(),
    annualRatePpm: Ppm.nullable(),
    submittedOn: Day,
    confirmedOn: Day.nullable(),
    expiresOn: Day.nullable(),
    reason: z.string().nullable(),
    loanId: z.string().nullable(),
    policy: z.string(),
    version: z.int(),
  })
  .meta({ id: 'Application', description: 'Loan application 贷款申请' });
