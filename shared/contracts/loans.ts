import * as z from 'zod/mini';
import { loanModes } from '../domain/application.ts';
import { loanClasses, loanStates } from '../domain/loan.ts';
import { Bp, commandBody, Day, Fen, Id, orNull, PositiveFen, Ppm, ShortText, Text, Word } from './fields.ts';

/** Of principal and interest either may be zero, not both. */
export const RecordRepayment = commandBody({ principalFen: Fen, interestFen: Fen, paidOn: Day }).check(
  z.refine(({ principalFen, interestFen }) => principalFen + interestFen >= 1, {
    path: ['principalFen'],
    error: 'nothing-paid',
  }),
  z.meta({ id: 'RecordRepayment' }),
);

export const ExtendLoan = commandBody({ maturesOn: Day, reason: Text }).check(z.meta({ id: 'ExtendLoan' }));

export const ClassifyLoan = commandBody({
  class: z.enum(loanClasses),
  asOf: Day,
  overdueDays: z.int().check(z.minimum(0), z.maximum(36_500)),
  unpaidInterestFen: orNull(Fen),
  reason: orNull(Text),
}).check(z.meta({ id: 'ClassifyLoan' }));

export const AddEvidence = commandBody({
  kind: Word,
  reference: orNull(ShortText),
  /** An uploaded document of the bank's own. */
  documentId: orNull(Id),
  datedOn: orNull(Day),
}).check(z.meta({ id: 'AddEvidence' }));

export const WriteOffLoan = commandBody({ reason: Text, on: Day }).check(z.meta({ id: 'WriteOffLoan' }));

const Evidence = z.object({
  kind: z.string(),
  reference: z.nullable(z.string()),
  documentId: z.nullable(z.string()),
  datedOn: z.nullable(Day),
  addedOn: Day,
});

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
    evidence: z.array(Evidence),
    writtenOffOn: z.nullable(Day),
    writeOffReason: z.nullable(z.string()),
    state: z.enum(loanStates),
    policy: z.string(),
    /** The import that a loan made before this system came by; null for one disbursed here. */
    importId: z.nullable(z.string()),
    version: z.int(),
  })
  .check(z.meta({ id: 'Loan', description: 'Loan 贷款' }));
