import * as z from 'zod/mini';
import { inclusionStates } from '../domain/inclusion.ts';
import { commandBody, Day, Id, orNull, ShortText, Text, Word } from './fields.ts';

/** So that an inclusion, which carries its evidence, stays an answer of at most 32 KiB. */
const evidenceMax = 20;

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

export const Inclusion = z
  .object({
    inclusionId: Id,
    creditCode: z.string(),
    name: z.string(),
    innovationNeed: z.string(),
    financingLack: z.string(),
    evidence: z.array(
      z.object({
        kind: z.string(),
        reference: z.nullable(z.string()),
        documentId: z.nullable(z.string()),
        datedOn: z.nullable(Day),
      }),
    ),
    /** The last day on the list; null is open-ended. */
    validUntil: z.nullable(Day),
    /** Institution id, credit code or the office. */
    submittedBy: z.string(),
    submittedOn: Day,
    state: z.enum(inclusionStates),
    meetingId: z.nullable(z.string()),
    itemId: z.nullable(z.string()),
    /** The first day on the list. */
    includedFrom: z.nullable(Day),
    reason: z.nullable(z.string()),
    version: z.int(),
  })
  .check(z.meta({ id: 'Inclusion', description: 'Request for exceptional inclusion 特别纳入申请' }));
