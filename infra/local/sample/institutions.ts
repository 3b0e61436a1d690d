import { madeUpCreditCode } from './credit-codes.ts';

/** The four institutions of the sample city: names are published, credit codes are made up. */
export const sampleInstitutions = [
  { institutionId: 'rcb', name: '平湖农商银行', kind: 'bank', creditCode: madeUpCreditCode(500_000_001) },
  { institutionId: 'icbc', name: '工商银行平湖支行', kind: 'bank', creditCode: madeUpCreditCode(500_000_002) },
  {
    institutionId: 'talent-guarantee',
    name: '浙江省融资担保有限公司人才科创担保分公司',
    kind: 'guarantor',
    creditCode: madeUpCreditCode(500_000_003),
  },
  {
    institutionId: 'jinkong',
    name: '平湖市金控投资有限公司',
    kind: 'holding',
    creditCode: madeUpCreditCode(500_000_004),
  },
] as const;
