import { yuan } from '../problem-figures.ts';
import type { ProblemText } from '../problem-text.ts';
import type { chinesePaymentProblems } from './payment-zh.ts';

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
} as const satisfies Readonly<Record<keyof typeof chinesePaymentProblems, ProblemText>>;
