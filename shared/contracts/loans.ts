import * as z from 'zod/mini';
import { loanModes } from '../domain/application.ts';
import { loanClasses, loanStates } from '../domain/loan.ts';
import { Bp, Day, Fen, Id, PositiveFen, Ppm } from './fields.ts';

export const Loan = z
  .object({
    loanId: Id,
    applicationId: z.nullable(z.string()),
    creditCode: z.string(),
    institutionId: z.string(),
    mode: z.enum(loanModes),
    guarantorId: z.nullable(z.string()),
    agreementId: z.nullable(z.string()),
    contractNumber: z.string(),
    noteNumber: z.string(),
    principalFen: PositiveFen,
    outstandingFen: Fen,
    disbursedOn: Day,
    maturesOn: Day,
    originalMaturesOn: Day,
    annualRateBp: Bp,
    annualRatePpm: z.nullable(Ppm),
    /** null for the enterprise. */
    class: z.nullable(z.enum(loanClasses)),
    overdueDays: z.int(),
    state: z.enum(loanStates),
    policy: z.string(),
    version: z.int(),
  })
  .check(z.meta({ id: 'Loan', description: 'Loan 贷款' }));
