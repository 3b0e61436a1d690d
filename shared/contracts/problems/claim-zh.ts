import { count, fact, yuan } from '../problem-figures.ts';
import type { ProblemTextsOf } from '../problem-text.ts';

/** What the built-in kinds of evidence are called; a city's own kinds go by their word. */
const evidenceNames: Readonly<Record<string, string>> = {
  'loan-contract': '借款合同',
  'disbursement-voucher': '放款凭证',
  'collection-record': '催收记录',
  'classification-record': '分类认定记录',
};

/** What the refusals about claims say in Chinese. */
export const chineseClaimProblems = {
  'not-non-performing': {
    title: '贷款不是不良',
    detail: (facts) =>
      `贷款当前状态为 ${fact(facts, 'state')}；只有不良（non-performing）贷款可以申请代偿，请先报送分类认定。`,
  },
  'claim-not-ready': {
    title: '代偿条件未齐备',
    detail: (facts) => `有 ${count(facts, 'missing')} 项不符合要求，逐项列于 facts.missing；请全部补正后再提交。`,
  },
  'loss-exceeds-outstanding': {
    title: '损失超过未还额',
    detail: (facts) =>
      `申报损失 ${yuan(facts, 'asked')} 元，至多 ${yuan(facts, 'most')} 元：未还本金 ${yuan(facts, 'outstanding')} 元，可计利息 ${yuan(facts, 'countableInterest')} 元。`,
  },
  'evidence-missing': {
    title: '缺少证明材料',
    detail: (facts) => {
      const kind = fact(facts, 'kind');
      const name = evidenceNames[kind];
      return `缺少${name ?? '材料'}（${kind}）；请补交后再提交。`;
    },
  },
  'filed-too-late': {
    title: '放款报送过迟',
    detail: (facts) =>
      `${fact(facts, 'disbursedOn')} 放款，${fact(facts, 'reportedOn')} 才报送；最晚应于 ${fact(facts, 'latest')} 报送（放款后 ${fact(facts, 'filingWithinDays')} 天内），逾期报送的贷款不予代偿。`,
  },
  'early-default': {
    title: '过早违约',
    detail: (facts) =>
      `${fact(facts, 'defaultedOn')} 违约，早于 ${fact(facts, 'earliest')}（放款后 ${fact(facts, 'earlyDefaultMonths')} 个月），不予代偿。`,
  },
  'claim-window-closed': {
    title: '已过申请期限',
    detail: (facts) =>
      `${fact(facts, 'nonPerformingSince')} 转为不良，最晚应于 ${fact(facts, 'latest')} 申请（${fact(facts, 'claimWithinDays')} 天内），本次申请日为 ${fact(facts, 'filedOn')}。`,
  },
  'public-cover-exceeded': {
    title: '超过公共分担上限',
    detail: (facts) =>
      `损失 ${yuan(facts, 'loss')} 元中，资金与担保机构合计分担 ${yuan(facts, 'covered')} 元，超过上限（${fact(facts, 'totalPublicCoverBp')} 个基点）。`,
  },
  'fund-year-ceiling': {
    title: '超过资金年度上限',
    detail: (facts) =>
      `本次需 ${yuan(facts, 'asked')} 元，与 ${fact(facts, 'year')} 年已核定的代偿合计超过年度上限 ${yuan(facts, 'fundYearCeilingFen')} 元；请减少金额或待下一年度。`,
  },
} as const satisfies ProblemTextsOf;
