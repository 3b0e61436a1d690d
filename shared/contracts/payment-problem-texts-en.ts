import { fact, has, yuan } from './problem-figures.ts';
import type { ProblemText } from './problem-text.ts';

/** What the refusals about payment and recovery say in English. */
export const englishPaymentProblems = {
  'fund-insufficient': {
    title: 'Not enough cash',
    detail: (facts) =>
      `${yuan(facts, 'asked')} yuan are to be paid and ${yuan(facts, 'left')} are in cash; ${yuan(facts, 'missing')} are missing. Put money in first.`,
  },
  'amount-exceeds-loss': {
    title: 'More than the loss',
    detail: (facts) =>
      `${yuan(facts, 'asked')} yuan recovered after costs; the loss is ${yuan(facts, 'loss')} and ${yuan(facts, 'used')} were recovered before. At most ${yuan(facts, 'left')} more is possible.`,
  },
  'amount-exceeds-outstanding': {
    title: 'More than outstanding',
    detail: (facts) =>
      has(facts, 'owed')
        ? `${yuan(facts, 'asked')} yuan handed over, ${yuan(facts, 'owed')} owed of this claim’s recoveries; at most that is possible.`
        : `${yuan(facts, 'asked')} yuan of principal repaid, ${yuan(facts, 'outstanding')} outstanding; at most that is possible.`,
  },
  'breaker-open': {
    title: 'Circuit breaker open',
    detail: (facts) =>
      `What was compensated of ${fact(facts, 'institutionId')}’s loans passed the limit on ${fact(facts, 'openedOn')}; new applications wait until the office lifts it with a reason. Claims go on.`,
  },
  'leverage-exceeded': {
    title: 'Leverage exceeded',
    detail: (facts) =>
      `${yuan(facts, 'outstanding')} yuan are outstanding; ${yuan(facts, 'asked')} more would pass ${fact(facts, 'maxOutstandingOverFundBalance')} times the fund’s balance of ${yuan(facts, 'balance')}, which is ${yuan(facts, 'limit')}.`,
  },
} as const satisfies Readonly<Record<string, ProblemText>>;
