import * as z from 'zod/mini';
import { refusalCodes } from '../domain/refusal.ts';

const Fact = z.union([z.string(), z.number(), z.boolean(), z.null()]);

/** One of several things that stand in the way of a claim at once (R20). */
export const Defect = z
  .object({
    rule: z.nullable(z.string()),
    code: z.enum(refusalCodes),
    message: z.string(),
    facts: z.record(z.string(), Fact),
  })
  .check(z.meta({ id: 'Defect', description: 'What is missing, and what would be right' }));

/** `application/problem+json` (RFC 9457), the body of every error. */
export const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    instance: z.string(),
    code: z.enum(refusalCodes),
    traceId: z.string(),
    rule: z.optional(z.string()),
    facts: z.optional(z.record(z.string(), z.union([Fact, z.array(Defect)]))),
    errors: z.optional(z.array(z.object({ path: z.string(), code: z.string(), message: z.string() }))),
  })
  .check(z.meta({ id: 'Problem', description: 'RFC 9457. `detail` says what was wrong and what would be right.' }));
