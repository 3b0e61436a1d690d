import * as z from 'zod/mini';
import { accessKinds, accessOutcomes } from '../domain/access.ts';
import { Instant } from './fields.ts';
import { Subject } from './reply-fields.ts';

/** One word, whatever it is of. */
const visible = z.regex(/^\S*$/);

/** An entry of the access log. */
export const AccessEntry = z
  .object({
    accessId: z.string().check(z.maxLength(64), visible),
    at: Instant,
    kind: z.enum(accessKinds),
    outcome: z.enum(accessOutcomes),
    /** Null where no token was good. */
    sub: z.nullable(Subject),
    org: z.nullable(Subject),
    /** The call, as this document names it; null where there is none. */
    operationId: z.nullable(z.string().check(z.maxLength(60), visible)),
    /** As it was asked, without its query, at most 200 characters. */
    path: z.string().check(z.maxLength(200), visible),
    status: z.int(),
    code: z.nullable(z.string().check(z.maxLength(60), visible)),
    /** From where it was asked, as the gateway says. */
    address: z.nullable(z.string().check(z.maxLength(100), visible)),
    traceId: z.string().check(z.maxLength(100), visible),
    /** How many calls it stands for, at least: more than one in a flood of refusals. */
    count: z.int().check(z.minimum(1)),
  })
  .check(
    z.meta({
      id: 'AccessEntry',
      description:
        'Who asked for what: a token’s first call (`sign-in`), a document to fetch (`download`, once a reader, document and day), a file or a dry run (`export`), any other call that was refused (`call`)',
    }),
  );
