import { type Day, dayAt } from '../../domain/calendar.ts';
import type { CreditCode } from '../../domain/credit-code.ts';
import { questionsUsedUp, roundedUpToStep } from '../../domain/eligibility-question.ts';
import type { Fen } from '../../domain/money.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { questionsIn, questionsKey, questionWrite } from '../../store/questions.ts';
import { readItems } from '../../store/read.ts';
import { attemptsMax, Unavailable, waitBeforeRetry } from '../../store/retry.ts';
import { commit } from '../../store/transaction.ts';
import type { Caller } from '../caller.ts';
import type { Services } from '../services.ts';

export interface AskedAmount {
  readonly creditCode: CreditCode;
  readonly amountFen: Fen;
  /** The instant of the question. */
  readonly at: string;
  /** `eligibilityQuestionsPerDay` of the version in force. */
  readonly limit: number;
}

/**
 * Records a bank's question about a cap before it is answered (decisions/0052). It writes one item of the table `questions`
 * and nothing else, which is all that a reading may ever write.
 *
 * Refusal: `questions-used-up` (R10): as many as the version allows a day were answered.
 *
 * @throws Unavailable if the store did not take it in time: then nothing may be answered.
 */
export async function recordQuestion(
  { database, newId }: Pick<Services, 'database' | 'newId'>,
  { sub, org: institutionId }: Caller,
  { creditCode, amountFen, at, limit }: AskedAmount,
): Promise<Refusal | null> {
  const on: Day = dayAt(at);
  const place = { institutionId, creditCode, on };
  const refusal = questionsUsedUp(creditCode, institutionId, on, limit);
  if (limit === 0) return refusal;
  const questionId = newId('ask', at);
  const question = { questionId, at, sub, amountFen: roundedUpToStep(amountFen), by: 'eligibility' as const };
  const key = questionsKey(place);
  for (let attempt = 1; attempt <= attemptsMax; attempt += 1) {
    const outcome = await commit(database, [questionWrite(place, question, limit)]);
    if (outcome === 'committed') return null;
    // An attempt whose answer was lost may have been written: then it counts once.
    const found = questionsIn(await readItems(database, [key]), key);
    if (found?.questions.some((each) => each.questionId === questionId)) return null;
    if (outcome === 'refused') return refusal;
    await waitBeforeRetry(attempt);
  }
  throw new Unavailable(`a question was not recorded in ${attemptsMax} attempts`);
}
