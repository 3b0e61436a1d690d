import * as z from 'zod/mini';
import { Instant, Word } from './fields.ts';
import { Hash, Key, Label, Subject } from './reply-fields.ts';

/** What every event says. */
export const eventFields = {
  sequence: z.int(),
  at: Instant,
  actor: z.object({
    sub: Subject,
    name: Label,
    org: Subject,
    role: Subject,
    causedBy: z.optional(Subject),
    operator: z.optional(z.object({ handledBy: Subject, checkedBy: Subject })),
  }),
  type: Word,
  data: z.record(Key, z.unknown()),
  hash: Hash,
  previousHash: Hash,
};

/** One event of a resource's history (R30). */
export const HistoryEvent = z
  .object(eventFields)
  .check(
    z.meta({ id: 'HistoryEvent', description: '`hash` is SHA-256 over the RFC 8785 form of all the other fields' }),
  );
