import { evidenceRefusals } from './evidence.ts';
import { yuan } from './figures.ts';
import { type Refusals, say } from './refusal-entry.ts';
import { servicingRefusals } from './servicing.ts';

/** What the built-in kinds of evidence are called; a city's own kinds go by their word. */
const evidenceNames: Readonly<Record<string, string>> = {
  'loan-contract': '借款合同',
  'disbursement-voucher': '放款凭证',
  'collection-record': '催收记录',
  'classification-record': '分类认定记录',
};

/** The refusals about claims. */
export const claimRefusals = {
  'not-non-performing': {
    status: 422,
    title: say('贷款不是不良', 'Loan not non-performing'),
    says: ({ state }) =>
      say(
        `贷款当前状态为 ${state}；只有不良（non-performing）贷款可以申请代偿，请先报送分类认定。`,
        `The loan is ${state}; only a non-performing one can be claimed for. Report its class first.`,
      ),
  },
  'claim-not-ready': {
    status: 422,
    title: say('代偿条件未齐备', 'Claim not ready'),
    says: ({ missing }) =>
      say(
        `有 ${missing.length} 项不符合要求，逐项列于 facts.missing；请全部补正后再提交。`,
        `${missing.length} things are not as required; facts.missing lists each. Correct all and claim again.`,
      ),
  },
  'loss-exceeds-outstanding': {
    status: 422,
    title: say('损失超过未还额', 'Loss above what is outstanding'),
    says: ({ asked, most, outstanding, countableInterest }) =>
      say(
        `申报损失 ${yuan(asked)} 元，至多 ${yuan(most)} 元：未还本金 ${yuan(outstanding)} 元，可计利息 ${yuan(countableInterest)} 元。`,
        `${yuan(asked)} yuan claimed; at most ${yuan(most)} is possible: ${yuan(outstanding)} of principal outstanding and ${yuan(countableInterest)} of countable interest.`,
      ),
  },
  'evidence-missing': {
    status: 422,
    title: say('缺少证明材料', 'Evidence missing'),
    says: ({ kind }) =>
      say(
        `缺少${evidenceNames[kind] ?? '材料'}（${kind}）；请补交后再提交。`,
        `There is no ${kind} with the loan or the claim; supply one.`,
      ),
  },
  'filed-too-late': {
    status: 422,
    title: say('放款报送过迟', 'Filed too late'),
    says: ({ disbursedOn, reportedOn, latest, filingWithinDays }) =>
      say(
        `${disbursedOn} 放款，${reportedOn} 才报送；最晚应于 ${latest} 报送（放款后 ${filingWithinDays} 天内），逾期报送的贷款不予代偿。`,
        `Disbursed on ${disbursedOn}, reported on ${reportedOn}; ${latest} was the last day (${filingWithinDays} days). Such a loan is not compensated.`,
      ),
  },
  'early-default': {
    status: 422,
    title: say('过早违约', 'Default too early'),
    says: ({ defaultedOn, earliest, earlyDefaultMonths }) =>
      say(
        `${defaultedOn} 违约，早于 ${earliest}（放款后 ${earlyDefaultMonths} 个月），不予代偿。`,
        `Defaulted on ${defaultedOn}, before ${earliest} (${earlyDefaultMonths} months after the disbursement); that is not compensated.`,
      ),
  },
  'claim-window-closed': {
    status: 422,
    title: say('已过申请期限', 'Claim window closed'),
    says: ({ filedOn, nonPerformingSince, latest, claimWithinDays }) =>
      say(
        `${nonPerformingSince} 转为不良，最晚应于 ${latest} 申请（${claimWithinDays} 天内），本次申请日为 ${filedOn}。`,
        `Non-performing since ${nonPerformingSince}; ${latest} was the last day to claim (${claimWithinDays} days), this is of ${filedOn}.`,
      ),
  },
  'public-cover-exceeded': {
    status: 422,
    title: say('超过公共分担上限', 'Public cover exceeded'),
    says: ({ covered, loss, totalPublicCoverBp }) =>
      say(
        `损失 ${yuan(loss)} 元中，资金与担保机构合计分担 ${yuan(covered)} 元，超过上限（${totalPublicCoverBp} 个基点）。`,
        `Fund and guarantor together would bear ${yuan(covered)} yuan of a loss of ${yuan(loss)}, more than ${totalPublicCoverBp} basis points of it.`,
      ),
  },
  'fund-year-ceiling': {
    status: 422,
    title: say('超过资金年度上限', 'Ceiling of the year'),
    says: ({ asked, year, fundYearCeilingFen }) =>
      say(
        `本次需 ${yuan(asked)} 元，与 ${year} 年已核定的代偿合计超过年度上限 ${yuan(fundYearCeilingFen)} 元；请减少金额或待下一年度。`,
        `${yuan(asked)} yuan more would pass the fund’s ceiling of ${yuan(fundYearCeilingFen)} yuan for ${year}; claim less, or next year.`,
      ),
  },
} as const satisfies Refusals;

/** What may stand in the way of a claim: the claim itself, its papers, and the order of its dates. */
export const claimAreas = [claimRefusals, evidenceRefusals, servicingRefusals] as const;
