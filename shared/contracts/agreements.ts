import * as z from 'zod/mini';
import { agreementKinds } from '../domain/agreement.ts';
import { Bp, commandBody, Day, InstitutionId, orNull, PositiveFen } from './fields.ts';

export const CreateAgreement = commandBody({
  kind: z.enum(agreementKinds),
  parties: z.array(InstitutionId).check(z.maxLength(20)),
  signedOn: Day,
  validUntil: Day,
  quotaFen: PositiveFen,
  feeBp: orNull(Bp),
}).check(z.meta({ id: 'CreateAgreement' }));
