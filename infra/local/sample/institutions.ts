import { madeUpCreditCode } from './credit-codes.ts';

/**
 * The institutions of the sample city. The first four are named in what the city has published; that the other banks and
 * guarantors take part is made up, as are all credit codes.
 */
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
  { institutionId: 'abc', name: '农业银行平湖支行', kind: 'bank', creditCode: madeUpCreditCode(500_000_005) },
  { institutionId: 'boc', name: '中国银行平湖支行', kind: 'bank', creditCode: madeUpCreditCode(500_000_006) },
  { institutionId: 'ccb', name: '建设银行平湖支行', kind: 'bank', creditCode: madeUpCreditCode(500_000_007) },
  { institutionId: 'jxbank', name: '嘉兴银行平湖支行', kind: 'bank', creditCode: madeUpCreditCode(500_000_008) },
  {
    institutionId: 'province-guarantee',
    name: '浙江省融资担保有限公司',
    kind: 'guarantor',
    creditCode: madeUpCreditCode(500_000_009),
  },
  {
    institutionId: 'city-guarantee',
    name: '平湖市融资担保有限公司',
    kind: 'guarantor',
    creditCode: madeUpCreditCode(500_000_010),
  },
] as const;
