import * as z from 'zod/mini';
import { institutionKinds, institutionStates } from '../domain/institution.ts';
import { CreditCode, commandBody, Day, Fen, InstitutionId, ShortText, Text } from './fields.ts';

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

export const ReleaseBreaker = commandBody({ reason: Text }).check(z.meta({ id: 'ReleaseBreaker' }));

/** The circuit breaker 熔断 (R28). */
const Breaker = z.object({
  isOpen: z.boolean(),
  openedOn: z.nullable(Day),
  /** The last release, and why; null while it is open, or was never open. */
  releasedOn: z.nullable(Day),
  reason: z.nullable(z.string()),
  /** Compensated over disbursed principal, rounded down; null before the first disbursement. */
  ratioBp: z.nullable(z.int()),
  /** Of the version in force; null where there is none. */
  limitBp: z.nullable(z.int()),
  compensatedFen: Fen,
  disbursedFen: Fen,
});

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
    /** Of banks; null for those who see names and admission only. */
    breaker: z.nullable(Breaker),
    version: z.int(),
  })
  .check(
    z.meta({
      id: 'Institution',
      description: 'Bank, guarantor or holding of the programme 金融机构、担保机构、金控公司',
    }),
  );
