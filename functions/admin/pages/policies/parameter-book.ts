import type { Shape } from '../../api/calls.ts';

export type Parameters = Shape<'Policy'>['parameters'];
export type ParameterName = keyof Parameters;

/** How a parameter is read and written: `words` is a set of words, `daysBy` days by category, `times` a plain number. */
export type ParameterKind = 'fen' | 'bp' | 'number' | 'times' | 'yesNo' | 'choice' | 'words' | 'weights' | 'daysBy';

interface ParameterEntry {
  readonly kind: ParameterKind;
  readonly zh: string;
  readonly en: string;
  /** "" for a switch of its own. */
  readonly rule: string;
  /** Whether it may be off. */
  readonly mayBeOff: boolean;
}

const entry = (kind: ParameterKind, zh: string, en: string, rule: string, mayBeOff = false): ParameterEntry => ({
  kind,
  zh,
  en,
  rule,
  mayBeOff,
});

/** Every parameter of a version, in the order of the rules. */
export const parameterBook: Readonly<Record<ParameterName, ParameterEntry>> = {
  eligibleCategories: entry('words', '纳入名单的类别', 'Eligible categories', 'R5'),
  listingGraceDays: entry('daysBy', '到期宽限天数（按类别）', 'Grace days by category', 'R4'),
  replaceRevokeLimitBp: entry(
    'bp',
    '替换导入撤销比例（超过须放行）',
    'Revocations of a replace that need a release',
    'R6',
  ),
  capBasis: entry('choice', '上限口径', 'Basis of the cap', 'R10'),
  enterpriseCapFen: entry('fen', '单户贷款上限', 'Cap of one enterprise', 'R10'),
  eligibilityQuestionsPerDay: entry(
    'number',
    '额度查询每日次数（每家银行每家企业）',
    'Questions about the cap a day',
    'R10',
  ),
  requireGuarantorConfirmation: entry('yesNo', '须担保机构确认', 'Guarantor confirms', 'R12'),
  minApplicationFen: entry('fen', '单笔申请最低金额', 'Least amount of an application', '', true),
  maxOpenApplications: entry('number', '单家机构在办申请上限（笔）', 'Open applications of an institution', '', true),
  applicationConsentRequired: entry(
    'yesNo',
    '机构代企业申请须附征信授权',
    'Banks show the enterprise’s authorisation',
    '',
  ),
  consentValidDays: entry('number', '征信授权签署后有效天数', 'Days an authorisation holds', ''),
  automaticConfirmation: entry('yesNo', '办公室自动确认', 'Automatic confirmation', 'R13'),
  automaticConfirmationUpToFen: entry('fen', '自动确认金额上限', 'Automatic confirmation up to', 'R13', true),
  decisionValidDays: entry('number', '审核期限（天）', 'Days to decide', 'R14'),
  approvalValidDays: entry('number', '确认有效期（天）', 'Days a confirmation holds', 'R14'),
  maxTermMonths: entry('number', '最长期限（月）', 'Longest term, months', 'R15', true),
  lateReportDays: entry('number', '逾期补报天数', 'Days for a late report', 'R15'),
  blockOnDefault: entry('yesNo', '有不良贷款不得申请', 'Blocked by a default', 'R16'),
  maxExtensions: entry('number', '展期次数上限', 'Extensions at most', 'R18'),
  extensionTotal: entry('choice', '展期总长', 'Extensions together', 'R18'),
  nonPerformingAfterDays: entry('number', '逾期转不良天数', 'Days overdue to non-performing', 'R19'),
  requiredEvidence: entry('words', '代偿必备材料', 'Required evidence', 'R20'),
  lossComponents: entry('choice', '损失构成', 'What a loss holds', 'R21'),
  agreedTerm: entry('choice', '计息期限', 'Term whose interest counts', 'R21'),
  conferenceUnits: entry('words', '联席会议成员单位', 'Units of the conference', 'R22'),
  quorumUnits: entry('number', '法定投票单位数', 'Quorum', 'R22'),
  minVotingUnits: entry('number', '回避后最少单位数', 'Units left at least', 'R22'),
  noMajorityRule: entry('choice', '未过半数时', 'Without a majority', 'R22'),
  splitGuarantee: entry('weights', '保证贷款分担比例', 'Split, guarantee', 'R23'),
  splitOther: entry('weights', '其他贷款分担比例', 'Split, other modes', 'R23'),
  institutionAnnualCapFen: entry('fen', '单家机构年度代偿上限', 'Annual cap of an institution', 'R24'),
  overCapRule: entry('choice', '超上限部分', 'Above the annual cap', 'R24'),
  recoveryRemitDays: entry('number', '追偿款上缴期限（天）', 'Days to hand over recoveries', 'R27'),
  suspendAtLossRatioBp: entry('bp', '熔断代偿率', 'Circuit breaker at', 'R28', true),
  maxAnnualRateOverLprBp: entry('bp', '利率高于 LPR 上限', 'Rate above LPR at most', '', true),
  loanPrimeRateBp: entry('bp', '贷款市场报价利率（LPR）', 'Loan prime rate', '', true),
  useOfFundsProhibited: entry('words', '禁止用途', 'Prohibited uses', '', true),
  filingWithinDays: entry('number', '放款报备期限（天）', 'Days to file a disbursement', '', true),
  earlyDefaultMonths: entry('number', '早期违约月数', 'Early default, months', '', true),
  claimWithinDays: entry('number', '申请代偿期限（天）', 'Days to claim', '', true),
  firstPaymentBp: entry('bp', '首次拨付比例', 'First payment', '', true),
  totalPublicCoverBp: entry('bp', '公共资金合计承担上限', 'Public cover at most', '', true),
  fundYearCeilingFen: entry('fen', '资金年度代偿上限', 'Fund’s ceiling of a year', '', true),
  maxOutstandingOverFundBalance: entry(
    'times',
    '贷款余额与资金余额倍数上限',
    'Outstanding over balance at most',
    '',
    true,
  ),
};

/** The words that a parameter of choice may be. */
export const choices: Readonly<
  Partial<Record<ParameterName, Readonly<Record<string, { readonly zh: string; readonly en: string }>>>>
> = {
  capBasis: { 'all-institutions': { zh: '各机构合计', en: 'all institutions together' } },
  extensionTotal: { 'original-term': { zh: '不超过原期限', en: 'as long as the first term' } },
  lossComponents: {
    principal: { zh: '仅本金', en: 'principal' },
    'principal+term-interest': { zh: '本金及约定期限内利息', en: 'principal and interest of the term' },
  },
  agreedTerm: { original: { zh: '原期限', en: 'the first term' }, 'as-extended': { zh: '含展期', en: 'as extended' } },
  noMajorityRule: { reject: { zh: '不通过', en: 'rejected' }, defer: { zh: '暂缓', en: 'deferred' } },
  overCapRule: {
    institution: { zh: '由金融机构承担', en: 'borne by the institution' },
    'carry-over': { zh: '结转下年', en: 'carried over' },
  },
};
