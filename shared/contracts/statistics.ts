import * as z from 'zod/mini';
import { loanModes } from '../domain/application.ts';
import { claimStates } from '../domain/claim.ts';
import { Bp, Day, Fen, InstitutionId, Word } from './fields.ts';
import { Label, Month, manyOf } from './reply-fields.ts';

const CountAndAmount = z.object({ count: z.int(), amountFen: Fen });

/** One entry for each of the words. */
const eachOf = <const Words extends string, Entry extends z.ZodMiniType>(words: readonly Words[], entry: Entry) =>
  z.object(Object.fromEntries(words.map((word) => [word, entry])) as Record<Words, Entry>);

const row = {
  institutionId: InstitutionId,
  name: Label,
  loansCount: z.int(),
  loansCumulativeFen: Fen,
  outstandingFen: Fen,
};

export const Statistics = z
  .object({
    asOf: Day,
    enterprisesListed: z.int(),
    byCategory: z.record(Word, z.int()),
    loansCount: z.int(),
    loansCumulativeFen: Fen,
    outstandingFen: Fen,
    byMode: eachOf(loanModes, CountAndAmount),
    creditAndIpShareBp: Bp,
    compensatedFen: Fen,
    claims: eachOf(claimStates, CountAndAmount),
    /** All of them for office, members, finance and auditor; a bank's own row for a bank. */
    byInstitution: manyOf(z.object({ ...row, compensatedFen: Fen })),
    /** Likewise of the guarantors: the loans that they guarantee, which the banks' rows count too. */
    byGuarantor: manyOf(z.object(row)),
    byMonth: manyOf(z.object({ month: Month, count: z.int(), amountFen: Fen })),
  })
  .check(z.meta({ id: 'Statistics', description: 'The programme’s figures 统计指标' }));
