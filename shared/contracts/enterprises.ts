import * as z from 'zod/mini';
import { Day, Fen, Id, Instant, InstitutionId, PositiveFen, Word } from './fields.ts';
import { CompanyCode, Facts, Label, manyOf, RuleName, Subject } from './reply-fields.ts';

const Qualification = z
  .object({
    category: Word,
    certificateNumber: Label,
    issuedOn: z.nullable(Day),
    validUntil: z.nullable(Day),
    state: z.enum(['valid', 'in-grace', 'expired', 'revoked', 'not-yet-valid']),
    source: z.nullable(z.object({ title: Label, documentNumber: z.nullable(Label), issuedOn: z.nullable(Day) })),
  })
  .check(z.meta({ id: 'Qualification', description: 'Certificate 资质: the period that speaks for today' }));

export const Enterprise = z
  .object({
    creditCode: CompanyCode,
    name: Label,
    formerNames: z.array(Label).check(z.maxLength(30)),
    listed: z.boolean(),
    listedSince: z.nullable(Day),
    basis: z.nullable(z.enum(['automatic', 'exceptional'])),
    qualifications: manyOf(Qualification),
    exposureFen: z.nullable(Fen),
    capFen: z.nullable(Fen),
    leftFen: z.nullable(Fen),
    exposureByInstitution: z.nullable(z.record(InstitutionId, Fen)),
    nextChangeOn: z.nullable(Day),
    version: z.int(),
  })
  .check(
    z.meta({
      id: 'Enterprise',
      description: 'Enterprise 企业, as of today. Exposure, cap and left are null for those who may not see them.',
    }),
  );

export const Eligibility = z
  .object({
    eligible: z.boolean(),
    on: Day,
    policy: z.nullable(Id),
    reasons: z.array(z.object({ rule: RuleName, ok: z.boolean(), facts: Facts })).check(z.maxLength(50)),
    /** Whether `amountFen` fits under the cap; null if none was asked, or if it is not the caller's to know. */
    sufficient: z.nullable(z.boolean()),
  })
  .check(
    z.meta({
      id: 'Eligibility',
      description:
        'Whether an enterprise may apply, rule by rule. R10 is judged to the fen for those who may see the exposure; for another bank only with an amount, which is rounded up to 100,000 yuan; for nobody else.',
    }),
  );

/** More questions than the highest limit of a day, and as many applications again. */
const questionsMax = 1000;

export const EligibilityQuestions = z
  .object({
    institutionId: InstitutionId,
    creditCode: CompanyCode,
    on: Day,
    asked: z.int(),
    questions: z
      .array(
        z.object({
          at: Instant,
          /** Null for an enterprise, which sees the bank and not the person. */
          sub: z.nullable(Subject),
          amountFen: PositiveFen,
          by: z.enum(['eligibility', 'application']),
        }),
      )
      .check(z.maxLength(questionsMax)),
  })
  .check(
    z.meta({
      id: 'EligibilityQuestions',
      description:
        'What a bank asked in a day about what is left of an enterprise’s cap 额度查询: amounts rounded up to 100,000 yuan',
    }),
  );
