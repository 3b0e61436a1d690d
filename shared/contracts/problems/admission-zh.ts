import { fact, has, kindOf } from '../problem-figures.ts';
import type { ProblemTextsOf } from '../problem-text.ts';

const chineseKinds = { bank: '银行 ', guarantor: '担保机构 ', holding: '金控公司 ' };

/** What the refusals about institutions that are not admitted say in Chinese. */
export const chineseAdmissionProblems = {
  'institution-not-admitted': {
    title: '金融机构未准入',
    detail: (facts) =>
      has(facts, 'state')
        ? `${kindOf(facts, chineseKinds)}${fact(facts, 'institutionId')} 在 ${fact(facts, 'on')} 的状态为 ${fact(facts, 'state')}；须为当日已准入的银行。`
        : has(facts, 'institutionId')
          ? `没有登记编号为 ${fact(facts, 'institutionId')} 的机构；请写明已参加的银行。`
          : '各方中没有银行；请写明已参加的银行。',
  },
  'guarantor-not-admitted': {
    title: '担保机构未准入',
    detail: (facts) =>
      has(facts, 'state')
        ? `${kindOf(facts, chineseKinds)}${fact(facts, 'guarantorId')} 在 ${fact(facts, 'on')} 的状态为 ${fact(facts, 'state')}；须为当日已准入的担保机构。`
        : has(facts, 'guarantorId')
          ? `没有登记编号为 ${fact(facts, 'guarantorId')} 的机构；请写明已参加的担保机构。`
          : '各方中没有担保机构；请写明已参加的担保机构。',
  },
} as const satisfies ProblemTextsOf;
