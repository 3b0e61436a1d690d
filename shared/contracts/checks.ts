import * as z from 'zod/mini';
import { checkNames, checkStates } from '../domain/check.ts';
import { Id, Instant } from './fields.ts';
import { Facts } from './reply-fields.ts';

const summary = {
  checkId: Id,
  check: z.enum(checkNames),
  startedAt: Instant,
  finishedAt: z.nullable(Instant),
  state: z.enum(checkStates),
  /** Null while it runs; false when it found anything. */
  ok: z.nullable(z.boolean()),
  /** How many things it has looked at: events, figures, entries, histories. */
  examined: z.int(),
  findingsCount: z.int(),
  /** How much differs for a reason that is known, such as a noted restore; no finding. */
  knownCount: z.int(),
};

/** A run of a check in a list. */
export const CheckSummary = z
  .object(summary)
  .check(z.meta({ id: 'CheckSummary', description: 'A run of a check: how far it is and how much it found' }));

/** A run of a check with what it found. */
export const Check = z
  .object({
    ...summary,
    /** The first hundred. */
    findings: z.array(Facts).check(z.maxLength(100)),
  })
  .check(
    z.meta({
      id: 'Check',
      description:
        'A run of a check. A finding of `verify-trail` is {kind, id, brokenAt, what}: the first sequence number that does not fit, and what is wrong. One of `anchor-trail` also names the checkpoint that says otherwise, or is {what, object}: what is wrong with the checkpoints themselves',
    }),
  );
