import * as z from 'zod/mini';

export const Verification = z
  .object({
    ok: z.boolean(),
    /** How many events the trail holds of the resource. */
    events: z.int(),
    /** The first sequence number that does not fit, or is missing; null when all is well. */
    brokenAt: z.nullable(z.int()),
  })
  .check(
    z.meta({ id: 'Verification', description: 'Whether a resource’s history is whole and says its stored state' }),
  );
