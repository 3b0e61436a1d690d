import { dayAt } from '../../domain/calendar.ts';
import type { EligibilityAnswer } from '../../domain/eligibility.ts';
import { policyOn } from '../../domain/policy.ts';
import { type Refusal, refusedBy } from '../../domain/refusal.ts';
import { bookIn, policyBookKey } from '../../store/policy-book.ts';
import { readItems } from '../../store/read.ts';
import type { Caller } from '../caller.ts';
import type { Services } from '../services.ts';
import { type AskEligibility, readEligibility } from './read-eligibility.ts';
import { recordQuestion } from './record-question.ts';

export type EligibilityOutcome = { readonly kind: 'answered'; readonly answer: EligibilityAnswer } | Refusal;

/**
 * Answers whether an enterprise may apply. A bank's question with an amount is recorded before it is answered
 * (decisions/0052); every other is a pure reading.
 *
 * Refusals: `not-found` (not the caller's to ask about), `questions-used-up` (R10).
 */
export async function askEligibility(
  services: Services,
  caller: Caller,
  asked: AskEligibility,
  at: string,
): Promise<EligibilityOutcome> {
  const { creditCode, amountFen } = asked;
  if (caller.role === 'bank' && amountFen !== null) {
    const book = bookIn(await readItems(services.database, [policyBookKey]));
    const limit = policyOn(book, dayAt(at))?.parameters.eligibilityQuestionsPerDay ?? 0;
    const refusal = await recordQuestion(services, caller, { creditCode, amountFen, at, limit });
    if (refusal) return refusal;
  }
  const answer = await readEligibility(services, caller, asked);
  return answer ? { kind: 'answered', answer } : refusedBy(null, 'not-found');
}
