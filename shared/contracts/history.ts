import * as z from 'zod/mini';
import { Instant } from './fields.ts';

/** What every event says. */
export const eventFields = {
  sequence: z.int(),
  at: Instant,
  actor: z.object({
    sub: z.string(),
    name: z.string(),
    org: z.string(),
    role: z.string(),
    causedBy: z.optional(z.string()),
    operator: z.optional(z.object({ handledBy: z.string(), checkedBy: z.string() })),
  }),
  type: z.string(),
  data: z.record(z.string(), z.unknown()),
  hash: z.string(),
  previousHash: z.string(),
};

/** One event of a resource's history (R30). */
export const HistoryEvent = z
  .object(eventFields)
  .check(
    z.meta({ id: 'HistoryEvent', description: '`hash` is SHA-256 over the RFC 8785 form of all the other fields' }),
  );
