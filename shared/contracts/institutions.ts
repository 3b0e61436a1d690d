import * as z from 'zod/mini';
import { institutionKinds, institutionStates } from '../domain/institution.ts';
import { CreditCode, commandBody, Day, InstitutionId, ShortText, Text } from './fields.ts';

const admissionStates = institutionStates.filter((state) => state !== 'applied');

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

export const Institution = z
  .object({
    institutionId: InstitutionId,
    name: z.string(),
    kind: z.enum(institutionKinds),
    creditCode: z.string(),
    /** Today's; an admission whose `from` lies ahead does not show here yet. */
    state: z.enum(institutionStates),
    admissions: z.array(
      z.object({
        state: z.enum(admissionStates),
        from: Day,
        /** null for those who see names and admission only. */
        reason: z.nullable(z.string()),
      }),
    ),
    version: z.int(),
  })
  .check(
    z.meta({
      id: 'Institution',
      description: 'Bank, guarantor or holding of the programme 金融机构、担保机构、金控公司',
    }),
  );
