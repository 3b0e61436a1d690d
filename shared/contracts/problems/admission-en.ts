import { fact, has, kindOf } from '../problem-figures.ts';
import type { ProblemText } from '../problem-text.ts';
import type { chineseAdmissionProblems } from './admission-zh.ts';

const englishKinds = { bank: 'The bank ', guarantor: 'The guarantor ', holding: 'The holding ' };

/** What the refusals about institutions that are not admitted say in English. */
export const englishAdmissionProblems = {
  'institution-not-admitted': {
    title: 'Institution not admitted',
    detail: (facts) =>
      has(facts, 'state')
        ? `${kindOf(facts, englishKinds)}${fact(facts, 'institutionId')} is ${fact(facts, 'state')} on ${fact(facts, 'on')}; a bank admitted on that day is needed.`
        : has(facts, 'institutionId')
          ? `There is no institution ${fact(facts, 'institutionId')} here; name a bank that takes part.`
          : 'None of the parties is a bank; name a bank that takes part.',
  },
  'guarantor-not-admitted': {
    title: 'Guarantor not admitted',
    detail: (facts) =>
      has(facts, 'state')
        ? `${kindOf(facts, englishKinds)}${fact(facts, 'guarantorId')} is ${fact(facts, 'state')} on ${fact(facts, 'on')}; a guarantor admitted on that day is needed.`
        : has(facts, 'guarantorId')
          ? `There is no guarantor ${fact(facts, 'guarantorId')} here; name a guarantor that takes part.`
          : 'None of the parties is a guarantor; name a guarantor that takes part.',
  },
} as const satisfies Readonly<Record<keyof typeof chineseAdmissionProblems, ProblemText>>;
