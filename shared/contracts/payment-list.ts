import * as z from 'zod/mini';
import { Shares } from './claim-replies.ts';
import { Day, Fen, Id, PositiveFen } from './fields.ts';

export const PaymentRow = z
  .object({
    claimId: Id,
    institutionId: z.string(),
    institutionName: z.nullable(z.string()),
    creditCode: z.string(),
    enterpriseName: z.nullable(z.string()),
    loanId: Id,
    contractNumber: z.nullable(z.string()),
    meetingId: z.nullable(z.string()),
    settledOn: z.nullable(Day),
    lossFen: z.nullable(Fen),
    shares: z.nullable(Shares),
    uncoveredFen: z.nullable(Fen),
    setOffFen: z.nullable(Fen),
    /** What is to be paid now. */
    payableFen: z.nullable(PositiveFen),
  })
  .check(z.meta({ id: 'PaymentRow', description: 'A settled claim that is to be paid 待拨付' }));
