import { count, fact, yuan } from '../problem-figures.ts';
import type { ProblemText } from '../problem-text.ts';
import type { chineseClaimProblems } from './claim-zh.ts';

/** What the refusals about claims say in English. */
export const englishClaimProblems = {
  'not-non-performing': {
    title: 'Loan not non-performing',
    detail: (facts) =>
      `The loan is ${fact(facts, 'state')}; only a non-performing one can be claimed for. Report its class first.`,
  },
  'claim-not-ready': {
    title: 'Claim not ready',
    detail: (facts) =>
      `${count(facts, 'missing')} things are not as required; facts.missing lists each. Mend all and claim again.`,
  },
  'loss-exceeds-outstanding': {
    title: 'Loss above what is outstanding',
    detail: (facts) =>
      `${yuan(facts, 'asked')} yuan claimed; at most ${yuan(facts, 'most')} is possible: ${yuan(facts, 'outstanding')} of principal outstanding and ${yuan(facts, 'countableInterest')} of countable interest.`,
  },
  'evidence-missing': {
    title: 'Evidence missing',
    detail: (facts) => `There is no ${fact(facts, 'kind')} with the loan or the claim; supply one.`,
  },
  'filed-too-late': {
    title: 'Filed too late',
    detail: (facts) =>
      `Disbursed on ${fact(facts, 'disbursedOn')}, reported on ${fact(facts, 'reportedOn')}; ${fact(facts, 'latest')} was the last day (${fact(facts, 'filingWithinDays')} days). Such a loan is not compensated.`,
  },
  'early-default': {
    title: 'Default too early',
    detail: (facts) =>
      `Defaulted on ${fact(facts, 'defaultedOn')}, before ${fact(facts, 'earliest')} (${fact(facts, 'earlyDefaultMonths')} months after the disbursement); that is not compensated.`,
  },
  'claim-window-closed': {
    title: 'Claim window closed',
    detail: (facts) =>
      `Non-performing since ${fact(facts, 'nonPerformingSince')}; ${fact(facts, 'latest')} was the last day to claim (${fact(facts, 'claimWithinDays')} days), this is of ${fact(facts, 'filedOn')}.`,
  },
  'public-cover-exceeded': {
    title: 'Public cover exceeded',
    detail: (facts) =>
      `Fund and guarantor together would bear ${yuan(facts, 'covered')} yuan of a loss of ${yuan(facts, 'loss')}, more than ${fact(facts, 'totalPublicCoverBp')} basis points of it.`,
  },
  'fund-year-ceiling': {
    title: 'Ceiling of the year',
    detail: (facts) =>
      `${yuan(facts, 'asked')} yuan more would pass the fund’s ceiling of ${yuan(facts, 'fundYearCeilingFen')} yuan for ${fact(facts, 'year')}; claim less, or next year.`,
  },
} as const satisfies Readonly<Record<keyof typeof chineseClaimProblems, ProblemText>>;
