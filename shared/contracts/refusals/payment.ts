import { yuan } from './figures.ts';
import { type Refusals, say } from './refusal-entry.ts';

/** The refusals about payment and recovery. */
export const paymentRefusals = {
  'fund-insufficient': {
    status: 422,
    title: say('库存资金不足', 'Not enough cash'),
    says: ({ asked, left, missing }) =>
      say(
        `本次拨付 ${yuan(asked)} 元，库存资金 ${yuan(left)} 元，尚缺 ${yuan(missing)} 元；请先拨入资金。`,
        `${yuan(asked)} yuan are to be paid and ${yuan(left)} are in cash; ${yuan(missing)} are missing. Put money in first.`,
      ),
  },
  'amount-exceeds-loss': {
    status: 422,
    title: say('超过认定损失', 'More than the loss'),
    says: ({ asked, loss, used, left }) =>
      say(
        `本次追偿净额 ${yuan(asked)} 元，认定损失 ${yuan(loss)} 元，已追偿 ${yuan(used)} 元；至多还可登记 ${yuan(left)} 元。`,
        `${yuan(asked)} yuan recovered after costs; the loss is ${yuan(loss)} and ${yuan(used)} were recovered before. At most ${yuan(left)} more is possible.`,
      ),
  },
} as const satisfies Refusals;
