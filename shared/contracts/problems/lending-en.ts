import { fact, has, percent, percentOfPpm, yuan } from '../problem-figures.ts';
import type { ProblemText } from '../problem-text.ts';
import type { chineseLendingProblems } from './lending-zh.ts';

/** What the refusals about lending and guarantee agreements say in English. */
export const englishLendingProblems = {
  'not-listed': {
    title: 'Enterprise not on the list',
    detail: (facts) =>
      facts.known === false
        ? `${fact(facts, 'creditCode')} is not on the list; it needs a recognised qualification or an exceptional inclusion.`
        : `${fact(facts, 'creditCode')} is not on the list on ${fact(facts, 'on')} ` +
          (String(facts.listedThrough ?? '') > fact(facts, 'on')
            ? `(its listing through ${fact(facts, 'listedThrough')} begins later).`
            : `(listed through ${fact(facts, 'listedThrough')}).`),
  },
  'cap-exceeded': {
    title: 'Cap of the enterprise exceeded',
    detail: (facts) =>
      `The cap is ${yuan(facts, 'cap')} yuan and ${yuan(facts, 'asked')} yuan more would be needed` +
      (has(facts, 'left')
        ? `; ${yuan(facts, 'used')} yuan are used, ${yuan(facts, 'left')} yuan are left.`
        : '; that does not fit. Ask for less.'),
  },
  'questions-used-up': {
    title: 'Questions about the cap used up',
    detail: (facts) =>
      `On ${fact(facts, 'on')} this bank has had ${fact(facts, 'perDay')} answers about what is left of the cap of ${fact(facts, 'creditCode')}, as many as there are a day; ask again tomorrow.`,
  },
  'consent-required': {
    title: 'Authorisation of the enterprise needed',
    detail: (facts) =>
      `A bank that applies shows the authorisation of ${fact(facts, 'creditCode')}: its number, the day of its signature (at most ${fact(facts, 'consentValidDays')} days ago), and a document or a reference (consent).`,
  },
  'amount-below-minimum': {
    title: 'Less than the least amount',
    detail: (facts) =>
      `${yuan(facts, 'asked')} yuan are asked; an application is for ${yuan(facts, 'minimum')} yuan at least. Ask for that or more.`,
  },
  'too-many-applications': {
    title: 'Too many open applications',
    detail: (facts) =>
      `${fact(facts, 'institutionId')} has ${fact(facts, 'open')} applications that have not ended; ${fact(facts, 'most')} are possible. Disburse or withdraw some first.`,
  },
  'guarantor-required': {
    title: 'Guarantor needed',
    detail: () => 'The guarantee mode needs an admitted guarantor (guarantorId).',
  },
  'quota-exceeded': {
    title: 'Quota of the agreement exceeded',
    detail: (facts) =>
      `Agreement ${fact(facts, 'agreementId')} has a quota of ${yuan(facts, 'quota')} yuan` +
      (has(facts, 'left') ? ` with ${yuan(facts, 'left')} left` : ', too little of which is left') +
      `; ${yuan(facts, 'asked')} would be needed. Ask for less, or name another agreement.`,
  },
  'agreement-not-valid': {
    title: 'Agreement not valid',
    detail: (facts) =>
      `Agreement ${fact(facts, 'agreementId')} does not hold on ${fact(facts, 'on')} for ${fact(facts, 'institutionId')} and ${fact(facts, 'guarantorId')}` +
      (has(facts, 'validUntil') ? ` (valid until ${fact(facts, 'validUntil')})` : '') +
      '; name one of theirs that holds on that day.',
  },
  'borrower-in-default': {
    title: 'Enterprise in default',
    detail: (facts) =>
      `${has(facts, 'loans') ? fact(facts, 'loans') : 'Some'} of its loans are non-performing, compensated or written off with principal not recovered.`,
  },
  'breaker-open': {
    title: 'Circuit breaker open',
    detail: (facts) =>
      `What was compensated of ${fact(facts, 'institutionId')}’s loans has been above the limit of ${percent(facts, 'limitBp')} since ${fact(facts, 'openedOn')}` +
      (has(facts, 'disbursed')
        ? `: ${yuan(facts, 'compensated')} yuan of ${yuan(facts, 'disbursed')} disbursed (${percent(facts, 'ratioBp')})`
        : '') +
      '; new applications wait until the office lifts it with a reason. Claims go on.',
  },
  'amount-exceeds-applied': {
    title: 'More than applied for',
    detail: (facts) =>
      `${yuan(facts, 'asked')} yuan approved, ${yuan(facts, 'applied')} applied for; approve at most that.`,
  },
  'amount-exceeds-approved': {
    title: 'More than approved',
    detail: (facts) =>
      `${yuan(facts, 'asked')} yuan asked, ${yuan(facts, 'approved')} approved; at most that is possible.`,
  },
  'term-too-long': {
    title: 'Term too long',
    detail: (facts) =>
      `Maturity ${fact(facts, 'maturesOn')} is beyond ${fact(facts, 'maxTermMonths')} months; ${fact(facts, 'latest')} is the latest.`,
  },
  'rate-too-high': {
    title: 'Rate too high',
    detail: (facts) =>
      `The annual rate is ${percentOfPpm(facts, 'askedPpm')}; at most ${percentOfPpm(facts, 'mostPpm')} is possible: the loan prime rate of ${percent(facts, 'loanPrimeRateBp')} and ${fact(facts, 'maxAnnualRateOverLprBp')} basis points.`,
  },
  'use-prohibited': {
    title: 'Use prohibited',
    detail: (facts) =>
      `The purpose “${fact(facts, 'purpose')}” names the prohibited use “${fact(facts, 'prohibited')}”; correct the purpose.`,
  },
  'leverage-exceeded': {
    title: 'Leverage exceeded',
    detail: (facts) =>
      `${yuan(facts, 'outstanding')} yuan are outstanding of the programme; ${yuan(facts, 'asked')} more would pass ${fact(facts, 'maxOutstandingOverFundBalance')} times the fund’s balance` +
      (has(facts, 'balance') ? ` (${yuan(facts, 'balance')}; the limit is ${yuan(facts, 'limit')})` : '') +
      '. Ask for less, or wait for repayments or an appropriation.',
  },
} as const satisfies Readonly<Record<keyof typeof chineseLendingProblems, ProblemText>>;
