import type { Facts } from '../domain/refusal.ts';
import type { WorkingStep, WorkingWord } from '../domain/working.ts';
import { yuan as yuanOf } from './refusals/figures.ts';

type Words = Readonly<Record<WorkingWord, (figures: Facts) => string>>;

const has = (figures: Facts, name: string): boolean => figures[name] !== undefined && figures[name] !== null;
const fact = (figures: Facts, name: string): string => (has(figures, name) ? String(figures[name]) : '—');
const yuan = (figures: Facts, name: string): string => {
  const fen = figures[name];
  return typeof fen === 'number' ? yuanOf(fen) : '—';
};

const chineseParts: Readonly<Record<string, string>> = {
  'interest-after-term': '约定期限后的利息',
  'penalty-interest': '罚息',
  'compound-interest': '复利',
  fees: '费用',
  'term-interest': '期限内利息',
  'interest-above-report': '超过银行报送的利息',
};

const chinese: Words = {
  'outstanding-principal': (figures) => `未还本金 ${yuan(figures, 'outstandingFen')} 元。`,
  'term-interest': (figures) =>
    `约定期限 ${fact(figures, 'from')} 至 ${fact(figures, 'until')}（${fact(figures, 'days')} 天）应计利息 ${yuan(figures, 'termInterestFen')} 元，已付 ${yuan(figures, 'interestPaidFen')} 元，未付 ${yuan(figures, 'unpaidFen')} 元` +
    (has(figures, 'reportedFen') ? `，银行报送未付 ${yuan(figures, 'reportedFen')} 元` : '') +
    `；可计 ${yuan(figures, 'countableInterestFen')} 元。`,
  'left-out': (figures) => {
    const parts = fact(figures, 'parts').split(', ');
    return `不计入：${parts.map((part) => chineseParts[part] ?? part).join('、')}。`;
  },
  loss: (figures) =>
    `损失至多 ${yuan(figures, 'mostFen')} 元` +
    (has(figures, 'claimedFen') ? `，申报 ${yuan(figures, 'claimedFen')} 元` : '') +
    (has(figures, 'assessedFen') ? `，认定 ${yuan(figures, 'assessedFen')} 元` : '') +
    `；按 ${yuan(figures, 'lossFen')} 元分担。`,
  split: (figures) =>
    `按资金 : 担保机构 : 金融机构 = ${weights(figures)} 分担 ${yuan(figures, 'lossFen')} 元：资金 ${yuan(figures, 'fundFen')} 元，担保机构 ${yuan(figures, 'guarantorFen')} 元，金融机构 ${yuan(figures, 'institutionFen')} 元（资金与担保机构向下取整到分）。`,
  'year-cap': (figures) =>
    `${fact(figures, 'year')} 年该机构上限 ${yuan(figures, 'capFen')} 元，` +
    (has(figures, 'usedBeforeFen') ? `此前已用 ${yuan(figures, 'usedBeforeFen')} 元` : '此前已用未计入') +
    `，尚余 ${yuan(figures, 'leftBeforeFen')} 元；应付 ${yuan(figures, 'dueFen')} 元，可付 ${yuan(figures, 'coveredFen')} 元，超出 ${yuan(figures, 'uncoveredFen')} 元` +
    (figures.overCapRule === 'carry-over' ? '（结转下一年度）' : '（由金融机构承担）') +
    `，余 ${yuan(figures, 'leftAfterFen')} 元。`,
  'year-ceiling': (figures) =>
    `资金 ${fact(figures, 'year')} 年代偿总上限 ${yuan(figures, 'ceilingFen')} 元：${yuan(figures, 'cappedFen')} 元中可付 ${yuan(figures, 'coveredFen')} 元，超出 ${yuan(figures, 'uncoveredFen')} 元。`,
  'carry-over': (figures) =>
    `以前年度结转 ${yuan(figures, 'uncoveredFen')} 元：${fact(figures, 'year')} 年该机构上限 ${yuan(figures, 'capFen')} 元，尚余 ${yuan(figures, 'leftBeforeFen')} 元，由资金补付 ${yuan(figures, 'carriedFen')} 元，仍结转 ${yuan(figures, 'leftFen')} 元；此前已追偿部分应返还资金 ${yuan(figures, 'backFen')} 元，在补付中抵扣。`,
  'first-payment': (figures) =>
    `先付 ${yuan(figures, 'firstPaymentFen')} 元（${fact(figures, 'firstPaymentBp')} 个基点），最终追偿后再付 ${yuan(figures, 'onFinalRecoveryFen')} 元。`,
  result: (figures) =>
    `结果：资金 ${yuan(figures, 'fundFen')} 元，担保机构 ${yuan(figures, 'guarantorFen')} 元，金融机构 ${yuan(figures, 'institutionFen')} 元。`,
};

const english: Words = {
  'outstanding-principal': (figures) => `Principal outstanding: ${yuan(figures, 'outstandingFen')} yuan.`,
  'term-interest': (figures) =>
    `Interest of the agreed term, ${fact(figures, 'from')} to ${fact(figures, 'until')} (${fact(figures, 'days')} days): ${yuan(figures, 'termInterestFen')} yuan, ${yuan(figures, 'interestPaidFen')} paid, ${yuan(figures, 'unpaidFen')} unpaid` +
    (has(figures, 'reportedFen') ? `, ${yuan(figures, 'reportedFen')} by the bank’s last report` : '') +
    `; ${yuan(figures, 'countableInterestFen')} count.`,
  'left-out': (figures) => `Left out: ${fact(figures, 'parts').replaceAll('-', ' ')}.`,
  loss: (figures) =>
    `The loss is at most ${yuan(figures, 'mostFen')} yuan` +
    (has(figures, 'claimedFen') ? `, claimed ${yuan(figures, 'claimedFen')}` : '') +
    (has(figures, 'assessedFen') ? `, assessed ${yuan(figures, 'assessedFen')}` : '') +
    `; ${yuan(figures, 'lossFen')} are shared.`,
  split: (figures) =>
    `${yuan(figures, 'lossFen')} yuan by fund : guarantor : institution = ${weights(figures)}: ${yuan(figures, 'fundFen')}, ${yuan(figures, 'guarantorFen')} and ${yuan(figures, 'institutionFen')} (the first two rounded down to the fen).`,
  'year-cap': (figures) =>
    `The institution’s cap for ${fact(figures, 'year')} is ${yuan(figures, 'capFen')} yuan, ` +
    (has(figures, 'usedBeforeFen')
      ? `${yuan(figures, 'usedBeforeFen')} used before`
      : 'what was used before is not counted') +
    `, ${yuan(figures, 'leftBeforeFen')} left; ${yuan(figures, 'dueFen')} due, ${yuan(figures, 'coveredFen')} covered, ${yuan(figures, 'uncoveredFen')} not` +
    (figures.overCapRule === 'carry-over' ? ' (carried over)' : ' (borne by the institution)') +
    `, ${yuan(figures, 'leftAfterFen')} left after it.`,
  'year-ceiling': (figures) =>
    `The whole fund’s ceiling for ${fact(figures, 'year')} is ${yuan(figures, 'ceilingFen')} yuan: of ${yuan(figures, 'cappedFen')} yuan, ${yuan(figures, 'coveredFen')} are covered, ${yuan(figures, 'uncoveredFen')} not.`,
  'carry-over': (figures) =>
    `${yuan(figures, 'uncoveredFen')} yuan carried over from earlier: the institution’s cap for ${fact(figures, 'year')} is ${yuan(figures, 'capFen')} yuan, ${yuan(figures, 'leftBeforeFen')} left; the fund bears ${yuan(figures, 'carriedFen')} more, ${yuan(figures, 'leftFen')} go on to the next year; of what was recovered before, ${yuan(figures, 'backFen')} yuan go back to the fund and are taken off.`,
  'first-payment': (figures) =>
    `${yuan(figures, 'firstPaymentFen')} yuan at once (${fact(figures, 'firstPaymentBp')} basis points), ${yuan(figures, 'onFinalRecoveryFen')} on the final recovery.`,
  result: (figures) =>
    `Result: fund ${yuan(figures, 'fundFen')} yuan, guarantor ${yuan(figures, 'guarantorFen')}, institution ${yuan(figures, 'institutionFen')}.`,
};

function weights(figures: Facts): string {
  const all = [figures.fundWeight, figures.guarantorWeight, figures.institutionWeight];
  return all.map(String).join(' : ');
}

/** A step of a working as it is answered, with its words in both languages, whoever asks. */
export const workingStepView = ({ rule, what, figures }: WorkingStep) => ({
  rule,
  what,
  figures,
  text: { zh: chinese[what](figures), en: english[what](figures) },
});
