import * as z from 'zod/mini';
import { commandBody } from './fields.ts';

export const AcceptLoanImport = commandBody({
  /** Judged one by one by the worker, each with its own code; whatever a row is, it never refuses the call. */
  rows: z.array(z.unknown()).check(z.maxLength(5000)),
}).check(
  z.meta({
    id: 'AcceptLoanImport',
    description:
      'Rows: `{creditCode, institutionId, contractNumber, noteNumber?, amountFen, mode, guarantorId?, appliedOn, disbursedOn, maturesOn, originalMaturesOn?, annualRateBp, annualRatePpm?, outstandingFen, interestPaidFen?, class?, repaidOn?}`, judged one by one by the worker, each by the policy version and the standing of its own day',
  }),
);
