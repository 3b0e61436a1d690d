import * as z from 'zod';
import { loanModes } from '../domain/application.ts';
import { loanClasses, loanStates } from '../domain/loan.ts';
import { Bp, Day, Fen, Id, PositiveFen, Ppm } from './fields.ts';

export const Loan = z
  .object({
    loanId: Id,
    applicationId: z.string().nullable(),
    creditCode: z.string(),
    institutionId: z.string(),
    mode: z.enum(loanModes),
    guarantorId: z.string().nullable(),
    agreementId: z.string().nullable(),
    contractNumber: z.string(),
    noteNumber: z.string(),
    principalFen: PositiveFen,
    outstandingFen: Fen,
    disbursedOn: Day,
    maturesOn: Day,
    originalMaturesOn: Day,
    annualRateBp: Bp,
    annualRatePpm: Ppm.nullable(),
    /** null for the enterprise. */
    class: z.enum(loanClasses).nullable(),
    overdueDays: z.int(),
    state: z.enum(loanStates),
    policy: z.string(),
    version: z.int(),
  })
  .meta({ id: 'Loan', description: 'Loan 贷款' });
