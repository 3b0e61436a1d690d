import * as z from 'zod/mini';
import { commandBody, Day, Id, orNull, ShortText, Text, Word } from './fields.ts';

/** So that an inclusion, which carries its evidence, stays an answer of at most 32 KiB. */
export const evidenceMax = 20;

export const SubmitInclusion = commandBody({
  name: ShortText,
  innovationNeed: Text,
  financingLack: Text,
  evidence: z
    .array(z.strictObject({ kind: Word, reference: orNull(ShortText), documentId: orNull(Id), datedOn: orNull(Day) }))
    .check(z.maxLength(evidenceMax)),
  validUntil: orNull(Day),
}).check(z.meta({ id: 'SubmitInclusion' }));

export const RevokeInclusion = commandBody({ reason: Text }).check(z.meta({ id: 'RevokeInclusion' }));
