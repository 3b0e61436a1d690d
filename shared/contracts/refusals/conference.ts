import { yuan } from './figures.ts';
import { type Refusals, say } from './refusal-entry.ts';

/** The refusals about the joint conference. */
export const conferenceRefusals = {
  'quorum-not-met': {
    status: 422,
    title: say('未达法定人数', 'Quorum not met'),
    says: ({ itemId, voted, needed, left }) =>
      say(
        `议题 ${itemId} 只有 ${voted} 个单位表决，须有 ${needed} 个（回避后余 ${left} 个）；请待其表决，或暂缓该议题。`,
        `On ${itemId} ${voted} units voted and ${needed} must (${left} are left after recusals); wait for them, or defer the item.`,
      ),
  },
  'amount-exceeds-claimed': {
    status: 422,
    title: say('超过申报金额', 'More than claimed'),
    says: ({ itemId, asked, claimed }) =>
      say(
        `议题 ${itemId} 的金额 ${yuan(asked)} 元，至多为 ${yuan(claimed)} 元；不得高于申报或表决金额。`,
        `For ${itemId} ${yuan(asked)} yuan were named; at most ${yuan(claimed)} are possible, the claimed or the voted figure.`,
      ),
  },
} as const satisfies Refusals;
