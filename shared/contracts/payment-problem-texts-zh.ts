import { fact, has, yuan } from './problem-figures.ts';
import type { ProblemText } from './problem-text.ts';

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
  'amount-exceeds-outstanding': {
    title: '超过未还金额',
    detail: (facts) =>
      has(facts, 'owed')
        ? `缴回 ${yuan(facts, 'asked')} 元，该笔代偿的追偿款尚应缴 ${yuan(facts, 'owed')} 元；不得高于应缴金额。`
        : `归还本金 ${yuan(facts, 'asked')} 元，未还本金为 ${yuan(facts, 'outstanding')} 元；不得高于未还本金。`,
  },
  'breaker-open': {
    title: '机构已熔断',
    detail: (facts) =>
      `${fact(facts, 'institutionId')} 自 ${fact(facts, 'openedOn')} 起代偿率超过警戒线，暂停受理新申请，待办公室说明理由后解除；已发放贷款的代偿不受影响。`,
  },
  'leverage-exceeded': {
    title: '超过杠杆倍数',
    detail: (facts) =>
      `贷款余额 ${yuan(facts, 'outstanding')} 元，加本次 ${yuan(facts, 'asked')} 元，超过资金余额 ${yuan(facts, 'balance')} 元的 ${fact(facts, 'maxOutstandingOverFundBalance')} 倍（${yuan(facts, 'limit')} 元）。`,
  },
} as const satisfies Readonly<Record<string, ProblemText>>;
