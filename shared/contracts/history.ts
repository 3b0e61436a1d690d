import * as z from 'zod/mini';
import { Instant, Word } from './fields.ts';
import { Hash, Key, Label, Salt, Subject } from './reply-fields.ts';

/** What every event says. */
export const eventFields = {
  sequence: z.int(),
  at: Instant,
  actor: z.object({
    /** null for other organisations: they see who acted for whom, and not the person. */
    sub: z.nullable(Subject),
    /** As of the act's day, and no part of the chain; null beside a `sub` where it was erased. */
    name: z.nullable(Label),
    org: Subject,
    role: Subject,
    causedBy: z.optional(Subject),
    operator: z.optional(z.object({ handledBy: z.nullable(Label), checkedBy: z.nullable(Label) })),
    /** What stands for the operator in the chain. */
    operatorSubs: z.optional(z.object({ handledBy: Subject, checkedBy: Subject })),
  }),
  type: Word,
  /** The fields that are the caller's to see. */
  data: z.record(Key, z.unknown()),
  /** null for an event of a release before it was named. */
  algorithm: z.nullable(z.literal('SHA-256')),
  /** 128 random bits; null unless the caller sees the whole event. */
  salt: z.nullable(Salt),
  hash: Hash,
  previousHash: Hash,
};

/** One event of a resource's history (R30). */
export const HistoryEvent = z.object(eventFields).check(
  z.meta({
    id: 'HistoryEvent',
    description:
      '`hash` is SHA-256 over the RFC 8785 form of all other fields of a whole event, with ' +
      '`actor` as `{sub, org, role, causedBy?, operator?}`, whose `operator` is `operatorSubs`',
  }),
);
