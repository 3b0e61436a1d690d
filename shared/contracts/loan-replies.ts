import * as z from 'zod/mini';
import { loanModes } from '../domain/application.ts';
import { loanClasses, loanStates } from '../domain/loan.ts';
import { Bp, Day, Fen, Id, InstitutionId, PositiveFen, Ppm, Word } from './fields.ts';
import { CompanyCode, FreeText, Label } from './reply-fields.ts';

const Evidence = z.object({
  kind: Word,
  reference: z.nullable(Label),
  documentId: z.nullable(Id),
  datedOn: z.nullable(Day),
  addedOn: Day,
});

export const Loan = z
  .object({
    loanId: Id,
    applicationId: z.nullable(Id),
    creditCode: CompanyCode,
    institutionId: InstitutionId,
    mode: z.enum(loanModes),
    guarantorId: z.nullable(InstitutionId),
    agreementId: z.nullable(Id),
    contractNumber: Label,
    noteNumber: Label,
    principalFen: PositiveFen,
    outstandingFen: Fen,
    disbursedOn: Day,
    maturesOn: Day,
    originalMaturesOn: Day,
    annualRateBp: Bp,
    annualRatePpm: z.nullable(Ppm),
    /** null for the enterprise. */
    class: z.nullable(z.enum(loanClasses)),
    classAsOf: z.nullable(Day),
    /** The system's own count, today. */
    overdueDays: z.int(),
    /** What the bank last reported beside it; null for the enterprise. */
    bankOverdueDays: z.nullable(z.int()),
    unpaidInterestFen: z.nullable(Fen),
    interestPaidFen: Fen,
    lastRepaidOn: z.nullable(Day),
    extensions: z.int(),
    nonPerformingSince: z.nullable(Day),
    evidence: z.array(Evidence).check(z.maxLength(40)),
    writtenOffOn: z.nullable(Day),
    writeOffReason: z.nullable(FreeText),
    state: z.enum(loanStates),
    policy: Id,
    /** The import that a loan made before this system came by; null for one disbursed here. */
    importId: z.nullable(Id),
    version: z.int(),
  })
  .check(z.meta({ id: 'Loan', description: 'Loan 贷款' }));
