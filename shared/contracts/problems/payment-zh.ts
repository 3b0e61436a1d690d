import { yuan } from '../problem-figures.ts';
import type { ProblemTextsOf } from '../problem-text.ts';

/** What the refusals about payment and recovery say in Chinese. */
export const chinesePaymentProblems = {
  'fund-insufficient': {
    title: '库存资金不足',
    detail: (facts) =>
      `本次拨付 ${yuan(facts, 'asked')} 元，库存资金 ${yuan(facts, 'left')} 元，尚缺 ${yuan(facts, 'missing')} 元；请先拨入资金。`,
  },
  'amount-exceeds-loss': {
    title: '超过认定损失',
    detail: (facts) =>
      `本次追偿净额 ${yuan(facts, 'asked')} 元，认定损失 ${yuan(facts, 'loss')} 元，已追偿 ${yuan(facts, 'used')} 元；至多还可登记 ${yuan(facts, 'left')} 元。`,
  },
} as const satisfies ProblemTextsOf;
