import * as z from 'zod/mini';
import { institutionKinds, institutionStates } from '../domain/institution.ts';
import { Day, Fen, InstitutionId } from './fields.ts';
import { admissionStates } from './institutions.ts';
import { CompanyCode, FreeText, Label, manyOf } from './reply-fields.ts';

/** The circuit breaker 熔断 (R28). */
const Breaker = z.object({
  isOpen: z.boolean(),
  openedOn: z.nullable(Day),
  /** The last release, and why; null while it is open, or was never open. */
  releasedOn: z.nullable(Day),
  reason: z.nullable(FreeText),
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
    name: Label,
    kind: z.enum(institutionKinds),
    creditCode: CompanyCode,
    /** Today's; an admission whose `from` lies ahead does not show here yet. */
    state: z.enum(institutionStates),
    admissions: manyOf(
      z.object({
        state: z.enum(admissionStates),
        from: Day,
        /** null for those who see names and admission only. */
        reason: z.nullable(FreeText),
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
