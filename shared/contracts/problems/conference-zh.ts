import { fact, yuan } from '../problem-figures.ts';
import type { ProblemTextsOf } from '../problem-text.ts';

/** What the refusals about the joint conference say in Chinese. */
export const chineseConferenceProblems = {
  'quorum-not-met': {
    title: '未达法定人数',
    detail: (facts) =>
      `议题 ${fact(facts, 'itemId')} 只有 ${fact(facts, 'voted')} 个单位表决，须有 ${fact(facts, 'needed')} 个（回避后余 ${fact(facts, 'left')} 个）；请待其表决，或暂缓该议题。`,
  },
  'amount-exceeds-claimed': {
    title: '超过申报金额',
    detail: (facts) =>
      `议题 ${fact(facts, 'itemId')} 的金额 ${yuan(facts, 'asked')} 元，至多为 ${yuan(facts, 'claimed')} 元；不得高于申报或表决金额。`,
  },
} as const satisfies ProblemTextsOf;
