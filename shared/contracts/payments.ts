import * as z from 'zod/mini';
import { commandBody, Day, Fen, PositiveFen, ShortText, Text } from './fields.ts';

export const PayClaim = commandBody({ voucherNumber: ShortText, paidOn: Day }).check(z.meta({ id: 'PayClaim' }));

export const ReturnPayment = commandBody({ returnedOn: Day, reason: Text }).check(z.meta({ id: 'ReturnPayment' }));

/** Nothing may have come only with the final one; what it cost is at most what came. */
export const RecordRecovery = commandBody({
  amountFen: Fen,
  costsFen: Fen,
  recoveredOn: Day,
  final: z._default(z.boolean(), false),
}).check(
  z.refine(({ amountFen, final }) => final || amountFen >= 1, { path: ['amountFen'], error: 'nothing-recovered' }),
  z.refine(({ amountFen, costsFen }) => costsFen <= amountFen, { path: ['costsFen'], error: 'costs-exceed-amount' }),
  z.meta({ id: 'RecordRecovery' }),
);

export const RecordRemittance = commandBody({
  amountFen: PositiveFen,
  receivedOn: Day,
  voucherNumber: ShortText,
}).check(z.meta({ id: 'RecordRemittance' }));
