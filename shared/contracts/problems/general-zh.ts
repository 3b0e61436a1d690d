import { fact, has, yuan } from '../problem-figures.ts';
import type { ProblemText } from '../problem-text.ts';
import type { GeneralCode } from './general-code.ts';

/** What the refusals that any call may be answered with say in Chinese. */
export const chineseGeneralProblems = {
  'validation-failed': {
    title: '请求不符合要求',
    detail: (facts) => {
      if (has(facts, 'itemId')) return `议题 ${fact(facts, 'itemId')} 的认定金额低于表决金额，须说明理由（reason）。`;
      if (!has(facts, 'parameter')) return '请按 errors 逐项更正后重新提交。';
      if (has(facts, 'needs')) return `政策参数 ${fact(facts, 'parameter')} 须与 ${fact(facts, 'needs')} 一并给出。`;
      const bound = has(facts, 'most') ? `不得大于 ${fact(facts, 'most')}` : `不得小于 ${fact(facts, 'least')}`;
      return `政策参数 ${fact(facts, 'parameter')} 为 ${fact(facts, 'given')}，${bound}。`;
    },
  },
  'idempotency-key-missing': {
    title: '缺少幂等键',
    detail: () => '每个 POST 请求都要带 Idempotency-Key 请求头：8 到 64 个可见 ASCII 字符；重试时用同一个键。',
  },
  'cursor-invalid': { title: '游标无效', detail: () => '游标只能原样用于同一用户、同一查询；请从第一页重新查询。' },
  unauthenticated: { title: '未登录', detail: () => '缺少访问令牌，或令牌无效、已过期；请重新取得令牌。' },
  forbidden: {
    title: '无权操作',
    detail: (facts) => {
      if (has(facts, 'allowed')) return `此操作只对以下角色开放：${fact(facts, 'allowed')}。`;
      if (has(facts, 'units')) {
        return `只有会议当日的成员单位（${fact(facts, 'units')}）可以表决，您所属的是 ${fact(facts, 'own')}。`;
      }
      if (has(facts, 'appliedBy')) return `只有原申请方（${fact(facts, 'appliedBy')}）可以重新提交。`;
      return `请求中写的是 ${fact(facts, 'named')}，而您所属的是 ${fact(facts, 'own')}；只能为本单位操作。`;
    },
  },
  'four-eyes': {
    title: '须由两人分别办理',
    detail: (facts) =>
      has(facts, 'handledBy')
        ? `经办与复核不能是同一人（${fact(facts, 'handledBy')}）。`
        : has(facts, 'inclusionId')
          ? `特别纳入申请 ${fact(facts, 'inclusionId')} 由您提出，会议决议须由另一人作出。`
          : '提出人不能自己批准；请由另一人办理。',
  },
  'not-found': { title: '不存在', detail: () => '没有找到，或不在您可查看的范围内；请核对编号。' },
  'state-conflict': {
    title: '当前状态不允许此操作',
    detail: (facts) =>
      (has(facts, 'claimId') ? `代偿申请 ${fact(facts, 'claimId')} ` : '') +
      (has(facts, 'inclusionId') ? `特别纳入申请 ${fact(facts, 'inclusionId')} ` : '') +
      (has(facts, 'votingClosesAt') ? `表决已于 ${fact(facts, 'votingClosesAt')} 截止；` : '') +
      (facts.held === false
        ? `当前状态为 ${fact(facts, 'state')}，结算没有因多次失败而暂停，无需重试；会按顺序自动结算。`
        : has(facts, 'setOff')
          ? `该机构有逾期未缴的追偿款 ${yuan(facts, 'setOff')} 元，已先从本笔应拨付款中抵扣，抵扣后应拨付 ${yuan(facts, 'payable')} 元；请刷新后按新的金额办理拨付。`
          : has(facts, 'payable')
            ? `当前状态为 ${fact(facts, 'state')}，没有应拨付的金额，无需拨付。`
            : `当前状态为 ${fact(facts, 'state')}；此操作只能在 ${fact(facts, 'allowed')} 状态下进行。`),
  },
  'already-exists': {
    title: '已经存在',
    detail: (facts) =>
      has(facts, 'voucherNumber')
        ? `凭证号 ${fact(facts, 'voucherNumber')} 在 ${fact(facts, 'year')} 年已用于代偿申请 ${fact(facts, 'claimId')}；请核对后使用新的凭证号。`
        : has(facts, 'contractNumber')
          ? `合同号 ${fact(facts, 'contractNumber')}（借据号 ${fact(facts, 'noteNumber') || '无'}）在本机构已经登记过。`
          : has(facts, 'takenBy')
            ? `编号 ${fact(facts, 'institutionId')} 是联席会议成员单位或管理部门的编号，不能作为机构编号；请换用另一个编号。`
            : has(facts, 'institutionId')
              ? `机构编号 ${fact(facts, 'institutionId')} 已经登记过；请换用另一个编号。`
              : has(facts, 'number')
                ? `${fact(facts, 'year')} 年第 ${fact(facts, 'number')} 次会议已经存在；请换用另一个编号，或不写而取下一个。`
                : '相同的编号已经登记过；请核对后使用新的编号。',
  },
  'idempotency-key-in-progress': { title: '同一请求正在处理', detail: () => '请稍后用同一个幂等键重试。' },
  'version-mismatch': {
    title: '版本已变化',
    detail: (facts) =>
      `If-Match 给出版本 ${fact(facts, 'given')}，当前为 ${fact(facts, 'current')}；请重新读取后再操作。`,
  },
  'too-large': {
    title: '请求体过大',
    detail: (facts) => `请求体 ${fact(facts, 'bytes')} 字节，至多 ${fact(facts, 'bytesMax')} 字节；请分批提交。`,
  },
  'unsupported-media-type': {
    title: '不支持的内容类型',
    detail: () => '请求体应为 JSON：Content-Type: application/json。',
  },
  'idempotency-key-reused': {
    title: '幂等键已用于另一请求',
    detail: () => '这个幂等键已用于内容不同的请求；新请求请换用新的键。',
  },
  'date-out-of-range': {
    title: '日期超出范围',
    detail: (facts) =>
      `${fact(facts, 'field')} 为 ${fact(facts, 'given')}，应` +
      [
        ...(has(facts, 'from') ? [`不早于 ${fact(facts, 'from')}`] : []),
        ...(has(facts, 'through') ? [`不晚于 ${fact(facts, 'through')}`] : []),
      ].join('、') +
      '。',
  },
  'too-many-requests': {
    title: '请求过多',
    detail: (facts) =>
      has(facts, 'announced')
        ? `本单位当日已登记材料 ${fact(facts, 'announced')} 份、共 ${fact(facts, 'announcedBytes')} 字节，本次 ${fact(facts, 'askedBytes')} 字节；每日至多 ${fact(facts, 'announcedMax')} 份、${fact(facts, 'announcedBytesMax')} 字节，请于 ${fact(facts, 'resumesOn')} 再登记。`
        : '请按 Retry-After 稍后重试。',
  },
  internal: {
    title: '系统错误',
    detail: () => '系统发生错误，已记录；请凭 traceId 联系管理员。可用同一个幂等键重试。',
  },
  unavailable: { title: '暂时无法处理', detail: () => '系统繁忙，请按 Retry-After 稍后用同一个幂等键重试。' },
} as const satisfies Readonly<Record<GeneralCode, ProblemText>>;
