import * as z from 'zod';
import { agreementKinds } from '../domain/agreement.ts';
import { Bp, commandBody, Day, Fen, Id, InstitutionId, orNull, PositiveFen } from './fields.ts';

export const CreateAgreement = commandBody({
  kind: z.enum(agreementKinds),
  parties: z.array(InstitutionId).max(20),
  signedOn: Day,
  validUntil: Day,
  quotaFen: PositiveFen,
  feeBp: orNull(Bp),
}).meta({ id: 'CreateAgreement' });

export const Agreement = z
  .object({
    agreementId: Id,
    kind: z.enum(agreementKinds),
    parties: z.array(z.string()),
    signedOn: Day,
    validUntil: Day,
    quotaFen: PositiveFen,
    feeBp: Bp.nullable(),
    /** Reserved and outstanding under it. */
    usedFen: Fen,
    leftFen: Fen,
    version: z.int(),
  })
  .meta({ id: 'Agreement', description: 'Guarantee agreement 担保合作协议' });
