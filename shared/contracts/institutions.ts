import * as z from 'zod/mini';
import { institutionKinds, institutionStates } from '../domain/institution.ts';
import { CreditCode, commandBody, Day, InstitutionId, ShortText, Text } from './fields.ts';

export const admissionStates = institutionStates.filter((state) => state !== 'applied');

export const CreateInstitution = commandBody({
  institutionId: InstitutionId,
  name: ShortText,
  kind: z.enum(institutionKinds),
  creditCode: CreditCode,
}).check(z.meta({ id: 'CreateInstitution' }));

export const DecideAdmission = commandBody({
  state: z.enum(admissionStates),
  from: Day,
  reason: Text,
}).check(z.meta({ id: 'DecideAdmission' }));

export const ReleaseBreaker = commandBody({ reason: Text }).check(z.meta({ id: 'ReleaseBreaker' }));
