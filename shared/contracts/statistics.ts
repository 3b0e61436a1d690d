import * as z from 'zod/mini';
import { loanModes } from '../domain/application.ts';
import { claimStates } from '../domain/claim.ts';
import { Bp, Day, Fen } from './fields.ts';

const CountAndAmount = z.object({ count: z.int(), amountFen: Fen });

const row = {
  institutionId: z.string(),
  name: z.string(),
  loansCount: z.int(),
  loansCumulativeFen: Fen,
  outstandingFen: Fen,
};

export const Statistics = z
  .object({
    asOf: Day,
    enterprisesListed: z.int(),
    byCategory: z.record(z.string(), z.int()),
    loansCount: z.int(),
    loansCumulativeFen: Fen,
    outstandingFen: Fen,
    byMode: z.record(z.enum(loanModes), CountAndAmount),
    creditAndIpShareBp: Bp,
    compensatedFen: Fen,
    claims: z.record(z.enum(claimStates), CountAndAmount),
    /** All of them for office, members, finance and auditor; a bank's own row for a bank. */
    byInstitution: z.array(z.object({ ...row, compensatedFen: Fen })),
    /** Likewise of the guarantors: the loans that they guarantee, which the banks' rows count too. */
    byGuarantor: z.array(z.object(row)),
    byMonth: z.array(z.object({ month: z.string(), count: z.int(), amountFen: Fen })),
  })
  .check(z.meta({ id: 'Statistics', description: 'The programme’s figures 统计指标' }));
