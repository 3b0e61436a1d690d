import type { FactsOf } from '../../domain/refusal-facts.ts';
import { yuan } from './figures.ts';
import { type Refusals, type Say, say } from './refusal-entry.ts';

/** The refusals that any call may be answered with. */
export const generalRefusals = {
  'validation-failed': {
    status: 400,
    title: say('请求不符合要求', 'The request is not as required'),
    says: ({ parameter, given, needs, most, least, itemId }) => {
      if (itemId != null)
        return say(
          `议题 ${itemId} 的认定金额低于表决金额，须说明理由（reason）。`,
          `The assessed figure of ${itemId} is below the voted one; that needs a reason.`,
        );
      if (parameter == null)
        return say('请按 errors 逐项更正后重新提交。', 'Correct what `errors` lists and send it again.');
      if (needs != null)
        return say(
          `政策参数 ${parameter} 须与 ${needs} 一并给出。`,
          `The policy parameter ${parameter} needs ${needs} beside it.`,
        );
      return say(
        `政策参数 ${parameter} 为 ${given}，${most == null ? `不得小于 ${least}` : `不得大于 ${most}`}。`,
        `The policy parameter ${parameter} is ${given}; it must be ${most == null ? `at least ${least}` : `at most ${most}`}.`,
      );
    },
  },
  'idempotency-key-missing': {
    status: 400,
    title: say('缺少幂等键', 'Idempotency-Key missing'),
    says: () =>
      say(
        '每个 POST 请求都要带 Idempotency-Key 请求头：8 到 64 个可见 ASCII 字符；重试时用同一个键。',
        'Every POST needs an Idempotency-Key header of 8 to 64 visible ASCII characters; a retry sends the same one.',
      ),
  },
  'cursor-invalid': {
    status: 400,
    title: say('游标无效', 'Cursor invalid'),
    says: () =>
      say(
        '游标只能原样用于同一用户、同一查询；请从第一页重新查询。',
        'A cursor continues the same query of the same caller, unaltered; begin again at the first page.',
      ),
  },
  unauthenticated: {
    status: 401,
    title: say('未登录', 'Not signed in'),
    says: () =>
      say(
        '缺少访问令牌，或令牌无效、已过期；请重新取得令牌。',
        'The access token is missing, not valid, or has expired; get another.',
      ),
  },
  forbidden: {
    status: 403,
    title: say('无权操作', 'Not allowed'),
    says: ({ allowed, units, own, appliedBy, named }) => {
      if (allowed != null) return say(`此操作只对以下角色开放：${allowed}。`, `Open to these roles only: ${allowed}.`);
      if (units != null)
        return say(
          `只有会议当日的成员单位（${units}）可以表决，您所属的是 ${own}。`,
          `Only units of the conference on the meeting’s day vote (${units}); you act for ${own}.`,
        );
      if (appliedBy != null)
        return say(
          `只有原申请方（${appliedBy}）可以重新提交。`,
          `Only who applied (${appliedBy}) may submit it again.`,
        );
      if (named != null)
        return say(
          `请求中写的是 ${named}，而您所属的是 ${own}；只能为本单位操作。`,
          `The request names ${named}, but you act for ${own}, and only for it.`,
        );
      return say('您无权进行此操作；请联系管理员。', 'You may not do this; ask the administrator.');
    },
  },
  'four-eyes': {
    status: 403,
    title: say('须由两人分别办理', 'Two persons needed'),
    says: ({ handledBy, inclusionId }) => {
      if (handledBy != null)
        return say(
          `经办与复核不能是同一人（${handledBy}）。`,
          `The same person (${handledBy}) may not handle and check.`,
        );
      if (inclusionId != null)
        return say(
          `特别纳入申请 ${inclusionId} 由您提出，会议决议须由另一人作出。`,
          `You made the inclusion ${inclusionId}; another person has to resolve its meeting.`,
        );
      return say('提出人不能自己批准；请由另一人办理。', 'Who proposed it may not approve it; another person has to.');
    },
  },
  'not-found': {
    status: 404,
    title: say('不存在', 'Not found'),
    says: () =>
      say(
        '没有找到，或不在您可查看的范围内；请核对编号。',
        'There is no such thing, or it is not yours to see; check the id.',
      ),
  },
  'state-conflict': {
    status: 409,
    title: say('当前状态不允许此操作', 'The state does not allow it'),
    says: (facts) => {
      const { claimId, inclusionId, votingClosesAt } = facts;
      const { zh, en } = sayOfState(facts);
      return say(
        (claimId == null ? '' : `代偿申请 ${claimId} `) +
          (inclusionId == null ? '' : `特别纳入申请 ${inclusionId} `) +
          (votingClosesAt == null ? '' : `表决已于 ${votingClosesAt} 截止；`) +
          zh,
        (claimId == null ? '' : `Claim ${claimId}: `) +
          (inclusionId == null ? '' : `Inclusion ${inclusionId}: `) +
          (votingClosesAt == null ? '' : `Voting closed at ${votingClosesAt}. `) +
          en,
      );
    },
  },
  'already-exists': {
    status: 409,
    title: say('已经存在', 'Exists already'),
    says: ({ voucherNumber, year, claimId, contractNumber, noteNumber, institutionId, takenBy, number }) => {
      if (voucherNumber != null)
        return say(
          `凭证号 ${voucherNumber} 在 ${year} 年已用于代偿申请 ${claimId}；请核对后使用新的凭证号。`,
          `Voucher ${voucherNumber} was used in ${year} for claim ${claimId}; check it and use a new number.`,
        );
      if (contractNumber != null)
        return say(
          `合同号 ${contractNumber}（借据号 ${noteNumber || '无'}）在本机构已经登记过。`,
          `Contract ${contractNumber} (note ${noteNumber || 'none'}) is already registered at this institution.`,
        );
      if (takenBy != null)
        return say(
          `编号 ${institutionId} 是联席会议成员单位或管理部门的编号，不能作为机构编号；请换用另一个编号。`,
          `${institutionId} is the id of a unit of the conference or of officials; choose another id for the institution.`,
        );
      if (institutionId != null)
        return say(
          `机构编号 ${institutionId} 已经登记过；请换用另一个编号。`,
          `There is an institution ${institutionId} already; choose another id.`,
        );
      if (number != null)
        return say(
          `${year} 年第 ${number} 次会议已经存在；请换用另一个编号，或不写而取下一个。`,
          `There is a meeting number ${number} of ${year} already; give another, or none to take the next.`,
        );
      return say('相同的编号已经登记过；请核对后使用新的编号。', 'That number or id is already taken; use another.');
    },
  },
  'idempotency-key-in-progress': {
    status: 409,
    title: say('同一请求正在处理', 'The same request is being worked on'),
    says: () => say('请稍后用同一个幂等键重试。', 'Try again shortly with the same Idempotency-Key.'),
  },
  'version-mismatch': {
    status: 412,
    title: say('版本已变化', 'The version has changed'),
    says: ({ given, current }) =>
      say(
        `If-Match 给出版本 ${given}，当前为 ${current}；请重新读取后再操作。`,
        `If-Match names version ${given}, the current one is ${current}; read it again first.`,
      ),
  },
  'too-large': {
    status: 413,
    title: say('内容过大', 'Too large'),
    says: ({ bytes, bytesMax, rowsMax }) => {
      if (rowsMax != null)
        return say(
          `超过 ${rowsMax} 行，不能作为一个文件下载；请分页读取。`,
          `There are more than ${rowsMax} rows, too many for one file; read them by pages.`,
        );
      return bytes == null
        ? say('请求体过大；请分批提交。', 'The body is too large; send it in parts.')
        : say(
            `请求体 ${bytes} 字节，至多 ${bytesMax} 字节；请分批提交。`,
            `${bytes} bytes were sent, ${bytesMax} are taken; send it in parts.`,
          );
    },
  },
  'unsupported-media-type': {
    status: 415,
    title: say('不支持的内容类型', 'Unsupported media type'),
    says: () =>
      say(
        '请求体应为 JSON：Content-Type: application/json。',
        'The body must be JSON: Content-Type: application/json.',
      ),
  },
  'idempotency-key-reused': {
    status: 422,
    title: say('幂等键已用于另一请求', 'Idempotency-Key used for another request'),
    says: () =>
      say(
        '这个幂等键已用于内容不同的请求；新请求请换用新的键。',
        'This key belongs to a request that was not the same; use a new key for a new request.',
      ),
  },
  'date-out-of-range': {
    status: 422,
    title: say('日期超出范围', 'Date out of range'),
    says: ({ field, given, from, to, through = to }) => {
      const zh = [...(from == null ? [] : [`不早于 ${from}`]), ...(through == null ? [] : [`不晚于 ${through}`])];
      const en = [...(from == null ? [] : [`before ${from}`]), ...(through == null ? [] : [`after ${through}`])];
      return say(
        `${field} 为 ${given}，应${zh.join('、')}。`,
        `${field} is ${given}; it must not be ${en.join(' or ')}.`,
      );
    },
  },
  'too-many-requests': {
    status: 429,
    title: say('请求过多', 'Too many requests'),
    says: ({ announced, announcedMax, announcedBytes, announcedBytesMax, askedBytes, resumesOn }) =>
      announced == null
        ? say('请按 Retry-After 稍后重试。', 'Try again after the time in Retry-After.')
        : say(
            `本单位当日已登记材料 ${announced} 份、共 ${announcedBytes} 字节，本次 ${askedBytes} 字节；每日至多 ${announcedMax} 份、${announcedBytesMax} 字节，请于 ${resumesOn} 再登记。`,
            `Your organisation has announced ${announced} documents of ${announcedBytes} bytes today, and this one has ${askedBytes}; ${announcedMax} documents and ${announcedBytesMax} bytes a day are the most. Go on on ${resumesOn}.`,
          ),
  },
  internal: {
    status: 500,
    title: say('系统错误', 'Internal error'),
    says: () =>
      say(
        '系统发生错误，已记录；请凭 traceId 联系管理员。可用同一个幂等键重试。',
        'An error was recorded; name the traceId to the administrator. The same Idempotency-Key may be sent again.',
      ),
  },
  unavailable: {
    status: 503,
    title: say('暂时无法处理', 'Not available now'),
    says: () =>
      say(
        '系统繁忙，请按 Retry-After 稍后用同一个幂等键重试。',
        'Try again with the same Idempotency-Key after Retry-After.',
      ),
  },
} as const satisfies Refusals;

/** What a state does not allow, and why. */
function sayOfState({ state, allowed, held, setOff, payable = 0 }: FactsOf<'state-conflict'>): Say {
  if (held === false)
    return say(
      `当前状态为 ${state}，结算没有因多次失败而暂停，无需重试；会按顺序自动结算。`,
      `The state is ${state} and its settlement is not held up by failures; it is settled in its turn by itself.`,
    );
  if (setOff != null)
    return say(
      `该机构有逾期未缴的追偿款 ${yuan(setOff)} 元，已先从本笔应拨付款中抵扣，抵扣后应拨付 ${yuan(payable ?? 0)} 元；请刷新后按新的金额办理拨付。`,
      `The institution has not remitted ${yuan(setOff)} yuan of recoveries in time; they are set off against this payment first. ${yuan(payable ?? 0)} yuan are left to be paid: look at the claim again and pay that.`,
    );
  if (allowed == null)
    return say(
      `当前状态为 ${state}，没有应拨付的金额，无需拨付。`,
      `The state is ${state} and nothing is due; there is nothing to pay.`,
    );
  return say(
    `当前状态为 ${state}；此操作只能在 ${allowed} 状态下进行。`,
    `The state is ${state}; this needs ${allowed}.`,
  );
}
