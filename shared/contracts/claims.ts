import * as z from 'zod/mini';
import { loanModes } from '../domain/application.ts';
import { commandBody, Day, Fen, Id, InstitutionId, orNull, PositiveFen, ShortText, Text, Word } from './fields.ts';

const terms = {
  principalLossFen: Fen,
  interestLossFen: Fen,
  /** How many are taken is a rule's matter; here only what no claim could ever need. */
  evidence: z
    .array(z.strictObject({ kind: Word, reference: orNull(ShortText), documentId: orNull(Id), datedOn: orNull(Day) }))
    .check(z.maxLength(1000)),
  statement: Text,
  defaultedOn: orNull(Day),
  suitFiledOn: orNull(Day),
};

/** Of principal and interest either may be zero, not both. */
const isSomething = (claimed: { principalLossFen: number; interestLossFen: number }): boolean =>
  claimed.principalLossFen + claimed.interestLossFen >= 1;
const nothingClaimed = { path: ['principalLossFen'], error: 'nothing-claimed' };

export const SubmitClaim = commandBody(terms).check(
  z.refine(isSomething, nothingClaimed),
  z.meta({ id: 'SubmitClaim' }),
);

export const ResubmitClaim = commandBody(terms).check(
  z.refine(isSomething, nothingClaimed),
  z.meta({ id: 'ResubmitClaim' }),
);

export const ReviewClaim = commandBody({ decision: z.enum(['accept', 'return']), note: orNull(Text) }).check(
  z.refine(({ decision, note }) => decision === 'accept' || note !== null, {
    path: ['note'],
    error: 'reason-required',
  }),
  z.meta({ id: 'ReviewClaim' }),
);

export const EstimateCompensation = commandBody({
  mode: z.enum(loanModes),
  lossFen: PositiveFen,
  institutionId: orNull(InstitutionId),
  on: orNull(Day),
}).check(z.meta({ id: 'EstimateCompensation' }));
