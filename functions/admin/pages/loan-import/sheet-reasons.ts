import type { Catalogue } from '../../shell/language.tsx';
import { wordsIn } from '../../words/word-names.ts';

const all = (names: Readonly<Record<string, string>>, comma: string): string => Object.values(names).join(comma);

/**
 * Why a row of a sheet of older loans was not taken, where the API's own reason speaks of its fields and units (fen, basis
 * points, ids): in those of the sheet. By the code of the rejection.
 */
export const sheetReasons: Catalogue<Readonly<Record<string, string>>> = {
  zh: {
    'institution-id-invalid': '贷款银行不对：应为系统中机构的名称或代号。',
    'guarantor-id-invalid': '担保机构不对：应为系统中机构的名称或代号；没有担保机构请不填。',
    'mode-invalid': `担保方式不对：应为${all(wordsIn.zh.modes, '、')}之一。`,
    'class-invalid': `五级分类不对：应为${all(wordsIn.zh.classes, '、')}之一。`,
    'amount-invalid':
      '金额不对：贷款金额、贷款余额、已付利息应为数字，以元计（表头写明“万元”的以万元计），至多到分；贷款金额大于 0，贷款余额必填。',
    'rate-invalid': '年利率不对：应为百分数，如 4.35%，0 到 10000% 之间。',
    'outstanding-exceeds-amount': '贷款余额大于贷款金额；请核对两个金额及其单位。',
    'repaid-contradicts': '贷款余额与结清日期矛盾：余额为 0 时必须填结清日期，大于 0 时不能填。',
  },
  en: {
    'institution-id-invalid': 'The bank must be the name or the id of an institution in the system.',
    'guarantor-id-invalid':
      'The guarantor must be the name or the id of an institution in the system; leave it out where there is none.',
    'mode-invalid': `The security must be one of ${all(wordsIn.en.modes, ', ')}, or its Chinese name.`,
    'class-invalid': `The class must be one of ${all(wordsIn.en.classes, ', ')}, or its Chinese name.`,
    'amount-invalid':
      'Amounts are numbers of yuan (of 万元 where the heading says so), to the fen at most: the loan’s above 0; what is outstanding is required.',
    'rate-invalid': 'The rate must be a percentage such as 4.35%, from 0 to 10,000%.',
    'outstanding-exceeds-amount': 'More is outstanding than was lent; check both amounts and their units.',
    'repaid-contradicts':
      'The day of repayment is needed where nothing is outstanding, and must be left out where something is.',
  },
};
