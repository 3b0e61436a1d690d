import * as z from 'zod/mini';
import { refusalCodes } from '../domain/refusal-facts.ts';

import { Fact, Facts, Key, Label, RuleName, Sentence } from './reply-fields.ts';

/** One of several things that stand in the way of a claim at once (R20). */
export const Defect = z
  .object({
    rule: z.nullable(RuleName),
    code: z.enum(refusalCodes),
    message: Sentence,
    facts: Facts,
  })
  .check(z.meta({ id: 'Defect', description: 'What is missing, and what would be right' }));

/** `application/problem+json` (RFC 9457), the body of every error. */
export const Problem = z
  .object({
    type: Key,
    title: Label,
    status: z.int(),
    detail: Sentence,
    instance: Sentence,
    code: z.enum(refusalCodes),
    traceId: Label,
    rule: z.optional(RuleName),
    facts: z.optional(z.record(Key, z.union([Fact, z.array(Defect).check(z.maxLength(100))]))),
    errors: z.optional(z.array(z.object({ path: Sentence, code: Key, message: Sentence })).check(z.maxLength(100))),
  })
  .check(z.meta({ id: 'Problem', description: 'RFC 9457. `detail` says what was wrong and what would be right.' }));
