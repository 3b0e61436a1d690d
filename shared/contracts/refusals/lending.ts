import { percent, percentOfPpm, yuan } from './figures.ts';
import { type Refusals, say } from './refusal-entry.ts';

/** The refusals about lending and guarantee agreements. */
export const lendingRefusals = {
  'not-listed': {
    status: 422,
    title: say('企业不在名单内', 'Enterprise not on the list'),
    says: ({ creditCode, on, known, listedThrough }) => {
      if (!known || listedThrough == null)
        return say(
          `名单中没有 ${creditCode}；须先经认定入库或联席会议特别纳入。`,
          `${creditCode} is not on the list; it needs a recognised qualification or an exceptional inclusion.`,
        );
      const beginsLater = listedThrough > on;
      return say(
        `企业 ${creditCode} 在 ${on} 不在名单内` +
          (beginsLater ? `（至 ${listedThrough} 的在库期始于该日之后）。` : `（最近一次在库至 ${listedThrough}）。`),
        `${creditCode} is not on the list on ${on} ` +
          (beginsLater ? `(its listing through ${listedThrough} begins later).` : `(listed through ${listedThrough}).`),
      );
    },
  },
  'cap-exceeded': {
    status: 422,
    title: say('超过单户贷款上限', 'Cap of the enterprise exceeded'),
    says: ({ cap, asked, used, left }) => {
      const isTold = used != null && left != null;
      return say(
        `单户上限 ${yuan(cap)} 元，本次需占用 ${yuan(asked)} 元` +
          (isTold ? `，已占用 ${yuan(used)} 元，尚余 ${yuan(left)} 元。` : '，余额不足；请减少金额。'),
        `The cap is ${yuan(cap)} yuan and ${yuan(asked)} yuan more would be needed` +
          (isTold
            ? `; ${yuan(used)} yuan are used, ${yuan(left)} yuan are left.`
            : '; that does not fit. Ask for less.'),
      );
    },
  },
  'questions-used-up': {
    status: 422,
    title: say('当日额度查询次数已用完', 'Questions about the cap used up'),
    says: ({ creditCode, on, perDay }) =>
      say(
        `本机构 ${on} 对企业 ${creditCode} 的额度查询（含因额度不足未受理的申请）已达每日 ${perDay} 次；请次日再查询或申请。`,
        `On ${on} this bank has had ${perDay} answers about what is left of the cap of ${creditCode}, as many as there are a day; ask again tomorrow.`,
      ),
  },
  'consent-required': {
    status: 422,
    title: say('缺少企业征信授权', 'Authorisation of the enterprise needed'),
    says: ({ creditCode, consentValidDays }) =>
      say(
        `机构代企业 ${creditCode} 申请，须附企业的征信授权（consent）：授权书编号、签署日期（${consentValidDays} 天以内），以及扫描件或档案号。`,
        `A bank that applies shows the authorisation of ${creditCode}: its number, the day of its signature (at most ${consentValidDays} days ago), and a document or a reference (consent).`,
      ),
  },
  'amount-below-minimum': {
    status: 422,
    title: say('低于最低申请金额', 'Less than the least amount'),
    says: ({ asked, minimum }) =>
      say(
        `本次申请 ${yuan(asked)} 元，单笔申请至少 ${yuan(minimum)} 元；请调整金额后申请。`,
        `${yuan(asked)} yuan are asked; an application is for ${yuan(minimum)} yuan at least. Ask for that or more.`,
      ),
  },
  'too-many-applications': {
    status: 422,
    title: say('在办申请过多', 'Too many open applications'),
    says: ({ institutionId, open, most }) =>
      say(
        `机构 ${institutionId} 现有 ${open} 笔在办申请，至多 ${most} 笔；请先办结或撤回后再申请。`,
        `${institutionId} has ${open} applications that have not ended; ${most} are possible. Disburse or withdraw some first.`,
      ),
  },
  'guarantor-required': {
    status: 422,
    title: say('缺少担保机构', 'Guarantor needed'),
    says: () =>
      say(
        '保证方式须指明已准入的担保机构（guarantorId）。',
        'The guarantee mode needs an admitted guarantor (guarantorId).',
      ),
  },
  'quota-exceeded': {
    status: 422,
    title: say('超过担保额度', 'Quota of the agreement exceeded'),
    says: ({ agreementId, quota, asked, left }) =>
      say(
        `协议 ${agreementId} 额度 ${yuan(quota)} 元，${left == null ? '余额不足' : `尚余 ${yuan(left)} 元`}，本次需 ${yuan(asked)} 元；请减少金额或改用其他协议。`,
        `Agreement ${agreementId} has a quota of ${yuan(quota)} yuan` +
          (left == null ? ', too little of which is left' : ` with ${yuan(left)} left`) +
          `; ${yuan(asked)} would be needed. Ask for less, or name another agreement.`,
      ),
  },
  'agreement-not-valid': {
    status: 422,
    title: say('协议无效', 'Agreement not valid'),
    says: ({ agreementId, on, validUntil, institutionId, guarantorId }) =>
      say(
        `协议 ${agreementId} 在 ${on} 对机构 ${institutionId} 与担保机构 ${guarantorId ?? '—'} 无效` +
          (validUntil == null ? '' : `（有效期至 ${validUntil}）`) +
          '；请写明双方签订且当日有效的协议。',
        `Agreement ${agreementId} does not hold on ${on} for ${institutionId} and ${guarantorId ?? '—'}` +
          (validUntil == null ? '' : ` (valid until ${validUntil})`) +
          '; name one of theirs that holds on that day.',
      ),
  },
  'borrower-in-default': {
    status: 422,
    title: say('企业有未清偿的不良贷款', 'Enterprise in default'),
    says: ({ loans }) =>
      say(
        `该企业有${loans == null ? '' : ` ${loans} 笔`}不良、代偿或核销贷款的本金尚未收回，不能新申请。`,
        `${loans ?? 'Some'} of its loans are non-performing, compensated or written off with principal not recovered.`,
      ),
  },
  'breaker-open': {
    status: 422,
    title: say('机构已熔断', 'Circuit breaker open'),
    says: ({ institutionId, openedOn, limitBp, compensated, disbursed, ratioBp }) => {
      const limit = limitBp == null ? '—' : percent(limitBp);
      const isTold = compensated != null && disbursed != null && ratioBp != null;
      return say(
        `${institutionId} 自 ${openedOn} 起代偿率超过警戒线 ${limit}` +
          (isTold
            ? `：放款本金 ${yuan(disbursed)} 元，已代偿本金 ${yuan(compensated)} 元（${percent(ratioBp)}）`
            : '') +
          '；暂停受理新申请，待办公室说明理由后解除；已发放贷款的代偿不受影响。',
        `What was compensated of ${institutionId}’s loans has been above the limit of ${limit} since ${openedOn}` +
          (isTold ? `: ${yuan(compensated)} yuan of ${yuan(disbursed)} disbursed (${percent(ratioBp)})` : '') +
          '; new applications wait until the office lifts it with a reason. Claims go on.',
      );
    },
  },
  'amount-exceeds-applied': {
    status: 422,
    title: say('超过申请金额', 'More than applied for'),
    says: ({ asked, applied }) =>
      say(
        `批准 ${yuan(asked)} 元，申请金额为 ${yuan(applied)} 元；不得高于申请金额。`,
        `${yuan(asked)} yuan approved, ${yuan(applied)} applied for; approve at most that.`,
      ),
  },
  'amount-exceeds-approved': {
    status: 422,
    title: say('超过批准金额', 'More than approved'),
    says: ({ asked, approved }) =>
      say(
        `金额 ${yuan(asked)} 元，批准金额为 ${yuan(approved)} 元；不得高于批准金额。`,
        `${yuan(asked)} yuan asked, ${yuan(approved)} approved; at most that is possible.`,
      ),
  },
  'term-too-long': {
    status: 422,
    title: say('期限过长', 'Term too long'),
    says: ({ maturesOn, latest, maxTermMonths }) =>
      say(
        `到期日 ${maturesOn} 超过 ${maxTermMonths} 个月，最晚为 ${latest}。`,
        `Maturity ${maturesOn} is beyond ${maxTermMonths} months; ${latest} is the latest.`,
      ),
  },
  'rate-too-high': {
    status: 422,
    title: say('利率过高', 'Rate too high'),
    says: ({ askedPpm, mostPpm, loanPrimeRateBp, maxAnnualRateOverLprBp }) =>
      say(
        `年利率 ${percentOfPpm(askedPpm)}，至多 ${percentOfPpm(mostPpm)}（贷款市场报价利率 ${percent(loanPrimeRateBp)} 加 ${maxAnnualRateOverLprBp} 个基点）；请降低利率。`,
        `The annual rate is ${percentOfPpm(askedPpm)}; at most ${percentOfPpm(mostPpm)} is possible: the loan prime rate of ${percent(loanPrimeRateBp)} and ${maxAnnualRateOverLprBp} basis points.`,
      ),
  },
  'use-prohibited': {
    status: 422,
    title: say('用途受限', 'Use prohibited'),
    says: ({ purpose, prohibited }) =>
      say(
        `贷款用途“${purpose}”涉及禁止的用途“${prohibited}”；请更正用途。`,
        `The purpose “${purpose}” names the prohibited use “${prohibited}”; correct the purpose.`,
      ),
  },
  'leverage-exceeded': {
    status: 422,
    title: say('超过杠杆倍数', 'Leverage exceeded'),
    says: ({ asked, outstanding, maxOutstandingOverFundBalance, balance, limit }) => {
      const isTold = balance != null && limit != null;
      return say(
        `贷款余额 ${yuan(outstanding)} 元，加本次 ${yuan(asked)} 元，超过资金余额的 ${maxOutstandingOverFundBalance} 倍` +
          (isTold ? `（资金余额 ${yuan(balance)} 元，上限 ${yuan(limit)} 元）` : '') +
          '；请减少金额，或待贷款归还、资金补充后再办理。',
        `${yuan(outstanding)} yuan are outstanding of the programme; ${yuan(asked)} more would pass ${maxOutstandingOverFundBalance} times the fund’s balance` +
          (isTold ? ` (${yuan(balance)}; the limit is ${yuan(limit)})` : '') +
          '. Ask for less, or wait for repayments or an appropriation.',
      );
    },
  },
} as const satisfies Refusals;
