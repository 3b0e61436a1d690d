import * as z from 'zod/mini';
import { loanModes } from '../domain/application.ts';
import { isComparable, tidy } from '../domain/tidy.ts';
import {
  Bp,
  CreditCode,
  commandBody,
  Day,
  Id,
  InstitutionId,
  orNull,
  PositiveFen,
  Ppm,
  ShortText,
  Text,
  Word,
} from './fields.ts';

const terms = {
  amountFen: PositiveFen,
  termMonths: z.int().check(z.minimum(1), z.maximum(600)),
  mode: z.enum(loanModes),
  guarantorId: orNull(InstitutionId),
  agreementId: orNull(Id),
  purpose: Text,
};

/** The enterprise's authorisation (征信授权), with what shows it: an uploaded document, a reference to the archive, or both. */
const Consent = z
  .strictObject({ number: ShortText, signedOn: Day, documentId: orNull(Id), reference: orNull(ShortText) })
  .check(
    z.refine(({ documentId, reference }) => documentId !== null || reference !== null, {
      path: ['reference'],
      error: 'evidence-needed',
    }),
    z.meta({
      id: 'ConsentGiven',
      description: 'The enterprise’s authorisation 征信授权 of a bank to apply in its name',
    }),
  );

/** Together with the other texts an answer stays under 32 KiB, as every recorded answer must. */
const securityCharactersMax = 6000;

export const SubmitApplication = commandBody({
  creditCode: CreditCode,
  institutionId: InstitutionId,
  ...terms,
  additionalSecurity: z._default(
    z.array(z.strictObject({ kind: Word, description: Text })).check(
      z.maxLength(20),
      z.refine((all) => all.reduce((sum, { description }) => sum + description.length, 0) <= securityCharactersMax, {
        error: 'descriptions-too-long',
      }),
    ),
    [],
  ),
  projectId: orNull(Id),
  ownReference: orNull(ShortText),
  consent: orNull(Consent),
}).check(z.meta({ id: 'SubmitApplication' }));

export const DecideConsent = commandBody({
  decision: z.enum(['confirm', 'refuse']),
  reason: orNull(Text),
}).check(z.meta({ id: 'DecideConsent' }));

export const ResubmitApplication = commandBody({
  amountFen: z.optional(terms.amountFen),
  termMonths: z.optional(terms.termMonths),
  mode: z.optional(terms.mode),
  guarantorId: z.optional(z.nullable(InstitutionId)),
  agreementId: z.optional(z.nullable(Id)),
  purpose: z.optional(Text),
}).check(z.meta({ id: 'ResubmitApplication' }));

export const ReviewApplication = commandBody({
  decision: z.enum(['approve', 'reject', 'return']),
  approvedAmountFen: orNull(PositiveFen),
  annualRateBp: orNull(Bp),
  annualRatePpm: orNull(Ppm),
  reason: orNull(Text),
}).check(
  z.refine(({ decision, reason }) => decision === 'approve' || reason !== null, {
    path: ['reason'],
    error: 'reason-required',
  }),
  z.refine(isSameRate, { path: ['annualRatePpm'], error: 'rates-differ' }),
  z.meta({ id: 'ReviewApplication' }),
);

export const Disburse = commandBody({
  amountFen: PositiveFen,
  disbursedOn: Day,
  maturesOn: Day,
  contractNumber: ShortText,
  noteNumber: orNull(
    z.string().check(z.overwrite(tidy), z.maxLength(100), z.refine(isComparable, { error: 'too-long-folded' })),
  ),
  annualRateBp: Bp,
  annualRatePpm: orNull(Ppm),
}).check(z.refine(isSameRate, { path: ['annualRatePpm'], error: 'rates-differ' }), z.meta({ id: 'Disburse' }));

/** The finer rate says the same, to the basis point (4.785 % is 478 basis points and 47,850 parts per million). */
function isSameRate(rate: { annualRateBp: number | null; annualRatePpm: number | null }): boolean {
  if (rate.annualRatePpm === null) return true;
  return rate.annualRateBp !== null && Math.abs(rate.annualRatePpm - rate.annualRateBp * 100) < 100;
}
