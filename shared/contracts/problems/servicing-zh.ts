import { fact, has, yuan } from '../problem-figures.ts';
import type { ProblemTextsOf } from '../problem-text.ts';

/** What the refusals about a loan’s servicing say in Chinese. */
export const chineseServicingProblems = {
  'amount-exceeds-outstanding': {
    title: '超过未还金额',
    detail: (facts) =>
      has(facts, 'owed')
        ? `缴回 ${yuan(facts, 'asked')} 元，该笔代偿的追偿款尚应缴 ${yuan(facts, 'owed')} 元；不得高于应缴金额。`
        : `归还本金 ${yuan(facts, 'asked')} 元，未还本金为 ${yuan(facts, 'outstanding')} 元；不得高于未还本金。`,
  },
  'extension-limit': {
    title: '超过展期限制',
    detail: (facts) =>
      has(facts, 'latest')
        ? `展期至 ${fact(facts, 'maturesOn')} 过长：各次展期合计不得超过原期限，最晚为 ${fact(facts, 'latest')}。`
        : `已展期 ${fact(facts, 'extensions')} 次，至多 ${fact(facts, 'maxExtensions')} 次。`,
  },
  'out-of-date-order': {
    title: '日期次序不对',
    detail: (facts) =>
      has(facts, 'after')
        ? `${fact(facts, 'field')} 为 ${fact(facts, 'given')}，不得早于 ${fact(facts, 'after')}（${fact(facts, 'last')}）。`
        : `${fact(facts, 'field')} 为 ${fact(facts, 'given')}，不得早于已登记的前一笔（${fact(facts, 'last')}）。`,
  },
} as const satisfies ProblemTextsOf;
