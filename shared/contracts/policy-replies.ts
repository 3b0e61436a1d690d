import * as z from 'zod/mini';
import { refusalCodes } from '../domain/refusal-facts.ts';
import { Day, Fen, Id, InstitutionId, PositiveFen, Word } from './fields.ts';
import { PolicyParameters } from './policies.ts';
import { CompanyCode, Cursor, Label, manyOf, RuleName } from './reply-fields.ts';

export const Policy = z
  .object({
    policyId: Id,
    name: Label,
    state: z.enum(['draft', 'approved', 'discarded']),
    effectiveFrom: Day,
    /** The day before the next approved version's; null for the last. */
    effectiveThrough: z.nullable(Day),
    inForce: z.boolean(),
    source: z.object({ title: Label, documentNumber: z.nullable(Label), issuedOn: z.nullable(Day) }),
    parameters: PolicyParameters,
    builtIn: z.boolean(),
    version: z.int(),
  })
  .check(z.meta({ id: 'Policy', description: 'Policy version 政策版本' }));

const count = z.int().check(z.minimum(0));
/** How many of those that the call looked at, and the first `limit` of them. */
const groupOf = <Entry extends z.ZodMiniType>(entry: Entry) => z.object({ count, items: manyOf(entry) });
const enterprises = groupOf(z.object({ creditCode: CompanyCode, name: Label, exposureFen: Fen }));

export const PolicyDryRun = z
  .object({
    policyId: Id,
    on: Day,
    /** The version that governs today, with which this one is compared. */
    inForce: z.nullable(Id),
    parameters: z.array(z.object({ name: Label, now: z.unknown(), proposed: z.unknown() })).check(z.maxLength(100)),
    enterprises: z.object({
      lookedAt: count,
      becomeListed: enterprises,
      becomeUnlisted: enterprises,
      /** Exposure stays where it is; nothing would be left (R10). */
      comeAboveCap: enterprises,
    }),
    applications: z.object({
      lookedAt: count,
      /** If they were handed in anew; a confirmed one, if it could not be disbursed. */
      wouldBeRefused: groupOf(
        z.object({
          applicationId: Id,
          creditCode: CompanyCode,
          institutionId: InstitutionId,
          amountFen: PositiveFen,
          state: Word,
          code: z.enum(refusalCodes),
          rule: z.nullable(RuleName),
        }),
      ),
    }),
    /** Whether everything has been looked at; else `nextCursor` goes on, and counts are to be added up. */
    complete: z.boolean(),
    nextCursor: z.nullable(Cursor),
  })
  .check(z.meta({ id: 'PolicyDryRun', description: 'What would differ today if the version were in force 政策试算' }));
