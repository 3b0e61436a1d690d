import { fact, has, percent, percentOfPpm, yuan } from '../problem-figures.ts';
import type { ProblemTextsOf } from '../problem-text.ts';

/** What the refusals about lending and guarantee agreements say in Chinese. */
export const chineseLendingProblems = {
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
  'questions-used-up': {
    title: '当日额度查询次数已用完',
    detail: (facts) =>
      `本机构 ${fact(facts, 'on')} 对企业 ${fact(facts, 'creditCode')} 的额度查询（含因额度不足未受理的申请）已达每日 ${fact(facts, 'perDay')} 次；请次日再查询或申请。`,
  },
  'consent-required': {
    title: '缺少企业征信授权',
    detail: (facts) =>
      `机构代企业 ${fact(facts, 'creditCode')} 申请，须附企业的征信授权（consent）：授权书编号、签署日期（${fact(facts, 'consentValidDays')} 天以内），以及扫描件或档案号。`,
  },
  'amount-below-minimum': {
    title: '低于最低申请金额',
    detail: (facts) =>
      `本次申请 ${yuan(facts, 'asked')} 元，单笔申请至少 ${yuan(facts, 'minimum')} 元；请调整金额后申请。`,
  },
  'too-many-applications': {
    title: '在办申请过多',
    detail: (facts) =>
      `机构 ${fact(facts, 'institutionId')} 现有 ${fact(facts, 'open')} 笔在办申请，至多 ${fact(facts, 'most')} 笔；请先办结或撤回后再申请。`,
  },
  'guarantor-required': { title: '缺少担保机构', detail: () => '保证方式须指明已准入的担保机构（guarantorId）。' },
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
    detail: (facts) =>
      `该企业有${has(facts, 'loans') ? ` ${fact(facts, 'loans')} 笔` : ''}不良、代偿或核销贷款的本金尚未收回，不能新申请。`,
  },
  'breaker-open': {
    title: '机构已熔断',
    detail: (facts) =>
      `${fact(facts, 'institutionId')} 自 ${fact(facts, 'openedOn')} 起代偿率超过警戒线 ${percent(facts, 'limitBp')}` +
      (has(facts, 'disbursed')
        ? `：放款本金 ${yuan(facts, 'disbursed')} 元，已代偿本金 ${yuan(facts, 'compensated')} 元（${percent(facts, 'ratioBp')}）`
        : '') +
      '；暂停受理新申请，待办公室说明理由后解除；已发放贷款的代偿不受影响。',
  },
  'amount-exceeds-applied': {
    title: '超过申请金额',
    detail: (facts) => `批准 ${yuan(facts, 'asked')} 元，申请金额为 ${yuan(facts, 'applied')} 元；不得高于申请金额。`,
  },
  'amount-exceeds-approved': {
    title: '超过批准金额',
    detail: (facts) => `金额 ${yuan(facts, 'asked')} 元，批准金额为 ${yuan(facts, 'approved')} 元；不得高于批准金额。`,
  },
  'term-too-long': {
    title: '期限过长',
    detail: (facts) =>
      `到期日 ${fact(facts, 'maturesOn')} 超过 ${fact(facts, 'maxTermMonths')} 个月，最晚为 ${fact(facts, 'latest')}。`,
  },
  'rate-too-high': {
    title: '利率过高',
    detail: (facts) =>
      `年利率 ${percentOfPpm(facts, 'askedPpm')}，至多 ${percentOfPpm(facts, 'mostPpm')}（贷款市场报价利率 ${percent(facts, 'loanPrimeRateBp')} 加 ${fact(facts, 'maxAnnualRateOverLprBp')} 个基点）；请降低利率。`,
  },
  'use-prohibited': {
    title: '用途受限',
    detail: (facts) => `贷款用途“${fact(facts, 'purpose')}”涉及禁止的用途“${fact(facts, 'prohibited')}”；请更正用途。`,
  },
  'leverage-exceeded': {
    title: '超过杠杆倍数',
    detail: (facts) =>
      `贷款余额 ${yuan(facts, 'outstanding')} 元，加本次 ${yuan(facts, 'asked')} 元，超过资金余额的 ${fact(facts, 'maxOutstandingOverFundBalance')} 倍` +
      (has(facts, 'balance') ? `（资金余额 ${yuan(facts, 'balance')} 元，上限 ${yuan(facts, 'limit')} 元）` : '') +
      '；请减少金额，或待贷款归还、资金补充后再办理。',
  },
} as const satisfies ProblemTextsOf;
