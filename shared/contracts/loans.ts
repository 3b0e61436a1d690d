import * as z from 'zod/mini';
import { loanClasses } from '../domain/loan.ts';
import { commandBody, Day, Fen, Id, orNull, ShortText, Text, Word } from './fields.ts';

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
