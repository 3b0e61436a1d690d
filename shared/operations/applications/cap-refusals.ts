import { type CapQuestion, questionsUsedUp, roundedUpToStep } from '../../domain/eligibility-question.ts';
import type { PolicyVersion } from '../../domain/policy.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { capRefusalWrite, exposureAt, type GuardItem, guardKey, refusedOn } from '../../store/enterprises.ts';
import { questionsIn, questionsKey, questionWrite } from '../../store/questions.ts';
import { readItems } from '../../store/read.ts';
import { attemptsMax, Unavailable, waitBeforeRetry } from '../../store/retry.ts';
import { commit } from '../../store/transaction.ts';
import type { CommandContext, Outcome } from '../command.ts';
import type { Services } from '../services.ts';

/**
 * An application that the cap refuses tells a bank as much as a question about eligibility, and counts like one: it is
 * recorded, and after as many a day the next is refused before the cap is looked at (decisions/0052). At least one is judged.
 */
export const capRefusalsMax = ({ parameters }: PolicyVersion): number =>
  Math.max(1, parameters.eligibilityQuestionsPerDay);

/** Whether a bank has been told so often today; never while it sees the figures anyway. */
export function refusalOfCapRefusals(
  { caller, today }: CommandContext,
  creditCode: string,
  guard: GuardItem | undefined,
  policy: PolicyVersion,
): Refusal | null {
  if (caller.role !== 'bank' || exposureAt(guard, caller.org) > 0) return null;
  const most = capRefusalsMax(policy);
  return refusedOn(guard, caller.org, today) < most ? null : questionsUsedUp(creditCode, caller.org, today, most);
}

/**
 * Records that the cap refused a bank's application, where the bank may not see the figures; every other outcome is left as it
 * is. The record and the count that the next application's write asks are one transaction, made before the refusal is told.
 *
 * @throws Unavailable if the store did not take it in time: then nothing may be told.
 */
export async function recordCapRefusal(
  { database, newId }: Services,
  { caller, at, today }: CommandContext,
  { creditCode, amountFen }: { readonly creditCode: string; readonly amountFen: number },
  outcome: Outcome,
): Promise<Outcome> {
  const isTold = outcome.kind === 'refused' && outcome.code === 'cap-exceeded';
  if (!isTold || caller.role !== 'bank' || outcome.facts.left !== undefined) return outcome;
  const { org: institutionId, sub } = caller;
  const place = { institutionId, creditCode, on: today };
  const questionId = newId('ask', at);
  const question: CapQuestion = { questionId, at, sub, amountFen: roundedUpToStep(amountFen), by: 'application' };
  const [questions, guards] = [questionsKey(place), guardKey(creditCode)];
  for (let attempt = 1; attempt <= attemptsMax; attempt += 1) {
    const items = await readItems(database, [questions, guards]);
    // An attempt whose answer was lost may have been written: then it counts once.
    if (questionsIn(items, questions)?.questions.some((each) => each.questionId === questionId)) return outcome;
    const counted = capRefusalWrite(creditCode, institutionId, today, items.get<GuardItem>(guards));
    if ((await commit(database, [counted, questionWrite(place, question, null)])) === 'committed') return outcome;
    await waitBeforeRetry(attempt);
  }
  throw new Unavailable(`a refusal by the cap was not recorded in ${attemptsMax} attempts`);
}
