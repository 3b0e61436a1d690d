import * as z from 'zod/mini';
import { applicationStates, loanModes } from '../domain/application.ts';
import { Bp, Day, Fen, Id, InstitutionId, PositiveFen, Ppm, Word } from './fields.ts';
import { CompanyCode, FreeText, Label } from './reply-fields.ts';

export const Application = z
  .object({
    applicationId: Id,
    creditCode: CompanyCode,
    institutionId: InstitutionId,
    appliedBy: Label,
    state: z.enum(applicationStates),
    amountFen: PositiveFen,
    approvedAmountFen: z.nullable(PositiveFen),
    reservedFen: Fen,
    termMonths: z.int(),
    mode: z.enum(loanModes),
    guarantorId: z.nullable(InstitutionId),
    agreementId: z.nullable(Id),
    purpose: FreeText,
    additionalSecurity: z.array(z.object({ kind: Word, description: FreeText })).check(z.maxLength(20)),
    projectId: z.nullable(Id),
    ownReference: z.nullable(Label),
    consent: z.nullable(
      z.object({ number: Label, signedOn: Day, documentId: z.nullable(Id), reference: z.nullable(Label) }),
    ),
    consentConfirmedOn: z.nullable(Day),
    consentRefusedOn: z.nullable(Day),
    annualRateBp: z.nullable(Bp),
    annualRatePpm: z.nullable(Ppm),
    submittedOn: Day,
    confirmedOn: z.nullable(Day),
    expiresOn: z.nullable(Day),
    reason: z.nullable(FreeText),
    loanId: z.nullable(Id),
    policy: Id,
    version: z.int(),
  })
  .check(z.meta({ id: 'Application', description: 'Loan application 贷款申请' }));
