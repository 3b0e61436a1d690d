import { fact, yuan } from '../problem-figures.ts';
import type { ProblemText } from '../problem-text.ts';
import type { chineseConferenceProblems } from './conference-zh.ts';

/** What the refusals about the joint conference say in English. */
export const englishConferenceProblems = {
  'quorum-not-met': {
    title: 'Quorum not met',
    detail: (facts) =>
      `On ${fact(facts, 'itemId')} ${fact(facts, 'voted')} units voted and ${fact(facts, 'needed')} must (${fact(facts, 'left')} are left after recusals); wait for them, or defer the item.`,
  },
  'amount-exceeds-claimed': {
    title: 'More than claimed',
    detail: (facts) =>
      `For ${fact(facts, 'itemId')} ${yuan(facts, 'asked')} yuan were named; at most ${yuan(facts, 'claimed')} are possible, the claimed or the voted figure.`,
  },
} as const satisfies Readonly<Record<keyof typeof chineseConferenceProblems, ProblemText>>;
