import { fact, has, yuan } from '../problem-figures.ts';
import type { ProblemText } from '../problem-text.ts';
import type { chineseServicingProblems } from './servicing-zh.ts';

/** What the refusals about a loan’s servicing say in English. */
export const englishServicingProblems = {
  'amount-exceeds-outstanding': {
    title: 'More than outstanding',
    detail: (facts) =>
      has(facts, 'owed')
        ? `${yuan(facts, 'asked')} yuan handed over, ${yuan(facts, 'owed')} owed of this claim’s recoveries; at most that is possible.`
        : `${yuan(facts, 'asked')} yuan of principal repaid, ${yuan(facts, 'outstanding')} outstanding; at most that is possible.`,
  },
  'extension-limit': {
    title: 'Extension limit',
    detail: (facts) =>
      has(facts, 'latest')
        ? `Maturity ${fact(facts, 'maturesOn')} is too late: extensions together may add the original term, through ${fact(facts, 'latest')}.`
        : `The loan was extended ${fact(facts, 'extensions')} times already; ${fact(facts, 'maxExtensions')} is the most.`,
  },
  'out-of-date-order': {
    title: 'Out of date order',
    detail: (facts) =>
      `${fact(facts, 'field')} is ${fact(facts, 'given')}; it must not be before ` +
      (has(facts, 'after')
        ? `${fact(facts, 'after')}, ${fact(facts, 'last')}.`
        : `the last one recorded, ${fact(facts, 'last')}.`),
  },
} as const satisfies Readonly<Record<keyof typeof chineseServicingProblems, ProblemText>>;
