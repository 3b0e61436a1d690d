import * as z from 'zod';
import { Day, Fen } from './fields.ts';

const Qualification = z
  .object({
    category: z.string(),
    certificateNumber: z.string(),
    issuedOn: Day.nullable(),
    validUntil: Day.nullable(),
    state: z.enum(['valid', 'in-grace', 'expired', 'revoked', 'not-yet-valid']),
    source: z.object({ title: z.string(), documentNumber: z.string().nullable(), issuedOn: Day.nullable() }).nullable(),
  })
  .meta({ id: 'Qualification', description: 'Certificate 资质: the period that speaks for today' });

export const Enterprise = z
  .object({
    creditCode: z.string(),
    name: z.string(),
    formerNames: z.array(z.string()),
    listed: z.boolean(),
    listedSince: Day.nullable(),
    basis: z.enum(['automatic', 'exceptional']).nullable(),
    qualifications: z.array(Qualification),
    exposureFen: Fen.nullable(),
    capFen: Fen.nullable(),
    leftFen: Fen.nullable(),
    exposureByInstitution: z.record(z.string(), Fen).nullable(),
    nextChangeOn: Day.nullable(),
    version: z.int(),
  })
  .meta({
    id: 'Enterprise',
    description: 'Enterprise 企业, as of today. Exposure, cap and left are null for those who may not see them.',
  });

const fact = z.union([z.string(), z.number(), z.boolean(), z.null()]);

export const Eligibility = z
  .object({
    eligible: z.boolean(),
    on: Day,
    policy: z.string().nullable(),
    reasons: z.array(z.object({ rule: z.string(), ok: z.boolean(), facts: z.record(z.string(), fact) })),
    /** Whether `amountFen` fits under the cap; null where none was asked. */
    sufficient: z.boolean().nullable(),
  })
  .meta({ id: 'Eligibility', description: 'Whether an enterprise may apply, rule by rule' });
