import type { RefusalCode } from '../domain/refusal.ts';
import { chineseClaimProblems } from './claim-problem-texts-zh.ts';
import { chinesePaymentProblems } from './payment-problem-texts-zh.ts';
import { fact, has, kindOf, yuan } from './problem-figures.ts';
import type { ProblemText } from './problem-text.ts';

const chineseKinds = { bank: '银行 ', guarantor: '担保机构 ', holding: '金控公司 ' };

/** What each refusal says in Chinese. */
export const chineseProblems: Readonly<Record<RefusalCode, ProblemText>> = {
  ...chineseClaimProblems,
  ...chinesePaymentProblems,
  'validation-failed': {
    title: '请求不符合要求',
    detail: (facts) => {
      if (has(facts, 'itemId')) return `议题 ${fact(facts, 'itemId')} 的认定金额低于表决金额，须说明理由（reason）。`;
      if (!has(facts, 'parameter')) return '请按 errors 逐项更正后重新提交。';
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
  'not-listed': {
    title: '企业不在名单内',
    detail: (facts) =>
      facts.known === false
        ? `名单中没有 ${fact(facts, 'creditCode')}；须先经认定入库或联席会议特别纳入。`
        : `企业 ${fact(facts, 'creditCode')} 在 ${fact(facts, 'on')} 不在名单内` +
          (String(facts.listedThrough ?? '') > fact(facts, 'on')
            ? `（至 ${fact(facts, 'listedThrough')} 的在库期始于该日之后）。`
            : `（最近一次在库至 ${fact(facts, 'listedThrough')}）。`),
  },
  'cap-exceeded': {
    title: '超过单户贷款上限',
    detail: (facts) =>
      `单户上限 ${yuan(facts, 'cap')} 元，本次需占用 ${yuan(facts, 'asked')} 元` +
      (has(facts, 'left')
        ? `，已占用 ${yuan(facts, 'used')} 元，尚余 ${yuan(facts, 'left')} 元。`
        : '，余额不足；请减少金额。'),
  },
  'institution-not-admitted': {
    title: '金融机构未准入',
    detail: (facts) =>
      has(facts, 'state')
        ? `${kindOf(facts, chineseKinds)}${fact(facts, 'institutionId')} 在 ${fact(facts, 'on')} 的状态为 ${fact(facts, 'state')}；须为当日已准入的银行。`
        : has(facts, 'institutionId')
          ? `没有登记编号为 ${fact(facts, 'institutionId')} 的机构；请写明已参加的银行。`
          : '各方中没有银行；请写明已参加的银行。',
  },
  'guarantor-required': { title: '缺少担保机构', detail: () => '保证方式须指明已准入的担保机构（guarantorId）。' },
  'guarantor-not-admitted': {
    title: '担保机构未准入',
    detail: (facts) =>
      has(facts, 'state')
        ? `${kindOf(facts, chineseKinds)}${fact(facts, 'guarantorId')} 在 ${fact(facts, 'on')} 的状态为 ${fact(facts, 'state')}；须为当日已准入的担保机构。`
        : has(facts, 'guarantorId')
          ? `没有登记编号为 ${fact(facts, 'guarantorId')} 的机构；请写明已参加的担保机构。`
          : '各方中没有担保机构；请写明已参加的担保机构。',
  },
  'quota-exceeded': {
    title: '超过担保额度',
    detail: (facts) =>
      `协议 ${fact(facts, 'agreementId')} 额度 ${yuan(facts, 'quota')} 元，` +
      (has(facts, 'left') ? `尚余 ${yuan(facts, 'left')} 元` : '余额不足') +
      `，本次需 ${yuan(facts, 'asked')} 元；请减少金额或改用其他协议。`,
  },
  'agreement-not-valid': {
    title: '协议无效',
    detail: (facts) =>
      `协议 ${fact(facts, 'agreementId')} 在 ${fact(facts, 'on')} 对机构 ${fact(facts, 'institutionId')} 与担保机构 ${fact(facts, 'guarantorId')} 无效` +
      (has(facts, 'validUntil') ? `（有效期至 ${fact(facts, 'validUntil')}）` : '') +
      '；请写明双方签订且当日有效的协议。',
  },
  'borrower-in-default': {
    title: '企业有未清偿的不良贷款',
    detail: (facts) => `该企业有 ${fact(facts, 'loans')} 笔不良、代偿或核销贷款的本金尚未收回，不能新申请。`,
  },
  'amount-exceeds-applied': {
    title: '超过申请金额',
    detail: (facts) => `批准 ${yuan(facts, 'asked')} 元，申请金额为 ${yuan(facts, 'applied')} 元；不得高于申请金额。`,
  },
  'amount-exceeds-approved': {
    title: '超过批准金额',
    detail: (facts) => `金额 ${yuan(facts, 'asked')} 元，批准金额为 ${yuan(facts, 'approved')} 元；不得高于批准金额。`,
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
  'term-too-long': {
    title: '期限过长',
    detail: (facts) =>
      `到期日 ${fact(facts, 'maturesOn')} 超过 ${fact(facts, 'maxTermMonths')} 个月，最晚为 ${fact(facts, 'latest')}。`,
  },
  'extension-limit': {
    title: '超过展期限制',
    detail: (facts) =>
      has(facts, 'latest')
        ? `展期至 ${fact(facts, 'maturesOn')} 过长：各次展期合计不得超过原期限，最晚为 ${fact(facts, 'latest')}。`
        : `已展期 ${fact(facts, 'extensions')} 次，至多 ${fact(facts, 'maxExtensions')} 次。`,
  },
  'document-not-valid': {
    title: '电子材料不可用',
    detail: (facts) => {
      const document = `${fact(facts, 'documentId')}（${fact(facts, 'fileName')}）`;
      if (facts.state === 'awaiting-upload') return `材料 ${document}已登记但尚未上传；请先上传文件。`;
      if (facts.state === 'refused')
        return `材料 ${document}的内容与登记的不符，应为 ${fact(facts, 'contentType')}、${fact(facts, 'bytes')} 字节；请重新登记并上传正确的文件。`;
      return `本单位没有材料 ${fact(facts, 'documentId')}；请先登记并上传。`;
    },
  },
  'too-many-items': {
    title: '项数过多',
    detail: (facts) => `已有 ${fact(facts, 'items')} 项，至多 ${fact(facts, 'itemsMax')} 项。`,
  },
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
  'rate-too-high': { title: '利率过高', detail: () => '年利率超过规定上限。' },
  'use-prohibited': { title: '用途受限', detail: () => '贷款用途属于禁止范围。' },
  'too-many-requests': { title: '请求过多', detail: () => '请按 Retry-After 稍后重试。' },
  internal: {
    title: '系统错误',
    detail: () => '系统发生错误，已记录；请凭 traceId 联系管理员。可用同一个幂等键重试。',
  },
  unavailable: { title: '暂时无法处理', detail: () => '系统繁忙，请按 Retry-After 稍后用同一个幂等键重试。' },
};
