import * as z from 'zod/mini';
import { Day, Fen } from './fields.ts';

const Qualification = z
  .object({
    category: z.string(),
    certificateNumber: z.string(),
    issuedOn: z.nullable(Day),
    validUntil: z.nullable(Day),
    state: z.enum(['valid', 'in-grace', 'expired', 'revoked', 'not-yet-valid']),
    source: z.nullable(
      z.object({ title: z.string(), documentNumber: z.nullable(z.string()), issuedOn: z.nullable(Day) }),
    ),
  })
  .check(z.meta({ id: 'Qualification', description: 'Certificate 资质: the period that speaks for today' }));

export const Enterprise = z
  .object({
    creditCode: z.string(),
    name: z.string(),
    formerNames: z.array(z.string()),
    listed: z.boolean(),
    listedSince: z.nullable(Day),
    basis: z.nullable(z.enum(['automatic', 'exceptional'])),
    qualifications: z.array(Qualification),
    exposureFen: z.nullable(Fen),
    capFen: z.nullable(Fen),
    leftFen: z.nullable(Fen),
    exposureByInstitution: z.nullable(z.record(z.string(), Fen)),
    nextChangeOn: z.nullable(Day),
    version: z.int(),
  })
  .check(
    z.meta({
      id: 'Enterprise',
      description: 'Enterprise 企业, as of today. Exposure, cap and left are null for those who may not see them.',
    }),
  );

const fact = z.union([z.string(), z.number(), z.boolean(), z.null()]);

export const Eligibility = z
  .object({
    eligible: z.boolean(),
    on: Day,
    policy: z.nullable(z.string()),
    reasons: z.array(z.object({ rule: z.string(), ok: z.boolean(), facts: z.record(z.string(), fact) })),
    /** Whether `amountFen` fits under the cap; null where none was asked. */
    sufficient: z.nullable(z.boolean()),
  })
  .check(z.meta({ id: 'Eligibility', description: 'Whether an enterprise may apply, rule by rule' }));
