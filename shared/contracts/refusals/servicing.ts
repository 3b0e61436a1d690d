import { yuan } from './figures.ts';
import { type Refusals, say } from './refusal-entry.ts';

/** The refusals about a loan’s servicing. */
export const servicingRefusals = {
  'amount-exceeds-outstanding': {
    status: 422,
    title: say('超过未还金额', 'More than outstanding'),
    says: ({ asked, outstanding = 0, owed }) =>
      owed == null
        ? say(
            `归还本金 ${yuan(asked)} 元，未还本金为 ${yuan(outstanding ?? 0)} 元；不得高于未还本金。`,
            `${yuan(asked)} yuan of principal repaid, ${yuan(outstanding ?? 0)} outstanding; at most that is possible.`,
          )
        : say(
            `缴回 ${yuan(asked)} 元，该笔代偿的追偿款尚应缴 ${yuan(owed)} 元；不得高于应缴金额。`,
            `${yuan(asked)} yuan handed over, ${yuan(owed)} owed of this claim’s recoveries; at most that is possible.`,
          ),
  },
  'extension-limit': {
    status: 422,
    title: say('超过展期限制', 'Extension limit'),
    says: ({ extensions, maxExtensions, maturesOn, latest }) =>
      latest == null
        ? say(
            `已展期 ${extensions} 次，至多 ${maxExtensions} 次。`,
            `The loan was extended ${extensions} times already; ${maxExtensions} is the most.`,
          )
        : say(
            `展期至 ${maturesOn} 过长：各次展期合计不得超过原期限，最晚为 ${latest}。`,
            `Maturity ${maturesOn} is too late: extensions together may add the original term, through ${latest}.`,
          ),
  },
  'out-of-date-order': {
    status: 422,
    title: say('日期次序不对', 'Out of date order'),
    says: ({ field, given, after, last }) =>
      say(
        `${field} 为 ${given}，不得早于${after == null ? `已登记的前一笔（${last}）` : ` ${after}（${last}）`}。`,
        `${field} is ${given}; it must not be before ${after ?? 'the last one recorded'}, ${last}.`,
      ),
  },
} as const satisfies Refusals;
