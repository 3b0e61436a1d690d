import * as z from 'zod/mini';
import { agreementKinds } from '../domain/agreement.ts';
import { Bp, Day, Fen, Id, InstitutionId, PositiveFen } from './fields.ts';

export const Agreement = z
  .object({
    agreementId: Id,
    kind: z.enum(agreementKinds),
    parties: z.array(InstitutionId).check(z.maxLength(20)),
    signedOn: Day,
    validUntil: Day,
    quotaFen: PositiveFen,
    feeBp: z.nullable(Bp),
    /** Reserved and outstanding under it. */
    usedFen: Fen,
    leftFen: Fen,
    version: z.int(),
  })
  .check(
    z.meta({
      id: 'Agreement',
      description:
        'Guarantee agreement 担保合作协议. Applications may name it through `validUntil`; what was applied for by then is disbursed and guaranteed after it as well.',
    }),
  );
