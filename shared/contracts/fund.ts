import * as z from 'zod/mini';
import { commandBody, Day, ShortText } from './fields.ts';

/** Ten billion yuan: a slip of the keyboard ends here, and the sums of a fund stay far within whole numbers. */
const appropriationMaxFen = 1_000_000_000_000;

export const AppropriateFund = commandBody({
  amountFen: z.int().check(z.minimum(1), z.maximum(appropriationMaxFen)),
  documentNumber: ShortText,
  appropriatedOn: Day,
}).check(z.meta({ id: 'AppropriateFund' }));

/** An account of the ledger. */
export const Account = z
  .string()
  .check(
    z.regex(/^(cash|appropriated|compensation|recovered|(payable|receivable):[a-z0-9][a-z0-9-]{0,39})$/),
    z.meta({ id: 'Account', example: 'payable:rcb' }),
  );
