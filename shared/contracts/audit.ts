import * as z from 'zod/mini';
import { resourceKinds } from '../domain/event.ts';
import { eventFields } from './history.ts';
import { Cursor, Key } from './reply-fields.ts';

export const Verification = z
  .object({
    ok: z.boolean(),
    /** How many events the trail holds of the resource, or of all those that were verified. */
    events: z.int(),
    /** The first sequence number that does not fit, or is missing; null when all is well. */
    brokenAt: z.nullable(z.int()),
    /** Of a whole kind: each resource that does not verify. */
    broken: z.optional(z.array(z.object({ id: Key, brokenAt: z.int() })).check(z.maxLength(25))),
    /** Of a whole kind: where to go on; null after the last. */
    nextCursor: z.optional(z.nullable(Cursor)),
  })
  .check(
    z.meta({
      id: 'Verification',
      description: 'Whether histories are whole and say the stored state of their resources',
    }),
  );

/** An event of the trail with the resource that it belongs to. */
export const AuditEvent = z
  .object({ ...eventFields, kind: z.enum(resourceKinds), id: Key })
  .check(
    z.meta({ id: 'AuditEvent', description: 'An event as its resource’s history shows it, and of which resource' }),
  );
