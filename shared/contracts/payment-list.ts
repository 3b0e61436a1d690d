import * as z from 'zod/mini';
import { Shares } from './claim-replies.ts';
import { Day, Fen, Id, InstitutionId, PositiveFen } from './fields.ts';
import { CompanyCode, Label } from './reply-fields.ts';

export const PaymentRow = z
  .object({
    claimId: Id,
    institutionId: InstitutionId,
    institutionName: z.nullable(Label),
    creditCode: CompanyCode,
    enterpriseName: z.nullable(Label),
    loanId: Id,
    contractNumber: z.nullable(Label),
    meetingId: z.nullable(Id),
    settledOn: z.nullable(Day),
    lossFen: z.nullable(Fen),
    shares: z.nullable(Shares),
    uncoveredFen: z.nullable(Fen),
    setOffFen: z.nullable(Fen),
    /** What is to be paid now. */
    payableFen: z.nullable(PositiveFen),
    /** The claim's version, for `If-Match`: a payment is of the amount that was seen. */
    version: z.int(),
  })
  .check(z.meta({ id: 'PaymentRow', description: 'A settled claim that is to be paid 待拨付' }));
