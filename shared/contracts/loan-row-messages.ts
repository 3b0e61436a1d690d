import { type LoanRowRejectionCode, loanRowRejectionCodes } from '../domain/loan-import-row.ts';
import type { Facts } from '../domain/refusal.ts';
import type { RefusalCode } from '../domain/refusal-facts.ts';
import type { Language } from './language.ts';
import { admissionRefusals } from './refusals/admission.ts';
import { lendingRefusals } from './refusals/lending.ts';
import { told } from './refusals/told.ts';

const fields =
  'creditCode、institutionId、contractNumber、noteNumber、amountFen、mode、guarantorId、appliedOn、disbursedOn、maturesOn、originalMaturesOn、annualRateBp、annualRatePpm、outstandingFen、interestPaidFen、class、repaidOn';

const chinese: Readonly<Record<LoanRowRejectionCode, string>> = {
  'row-malformed': '此行不是一条记录；每行应为一笔贷款的对象。',
  'field-unknown': `此行有不认识的字段；只能有 ${fields}。`,
  'credit-code-invalid': '统一社会信用代码不对：应为 18 位，且校验位正确（GB 32100-2015）；请按文本填写。',
  'institution-id-invalid': '机构编号不对：应为小写字母、数字和连字符组成的文本，至多 40 个字符。',
  'contract-number-invalid': '合同号不对：应为 1 到 100 个字符的文本。',
  'note-number-invalid': '借据号不对：应为至多 100 个字符的文本；没有借据号请不填。',
  'mode-invalid': '担保方式不对：应为 credit、ip-pledge、pledge、guarantee、mortgage、other 之一。',
  'guarantor-id-invalid': '担保机构编号不对：应为小写字母、数字和连字符组成的文本；没有担保机构请不填。',
  'class-invalid': '五级分类不对：应为 normal、special-mention、substandard、doubtful、loss 之一。',
  'amount-invalid':
    '金额不对：应为以分为单位的整数（不是文本）；贷款金额至少 1 分，未还本金必填且不小于 0，已付利息不小于 0。',
  'rate-invalid': '年利率不对：annualRateBp 应为 0 到 1000000 的整数基点；annualRatePpm 如填写，应与其相同到基点。',
  'date-invalid':
    '日期不对：应为存在的日期，格式为 YYYY-MM-DD；申请日、放款日、到期日必填，没有展期或未结清时不填原到期日、结清日。',
  'outstanding-exceeds-amount': '未还本金大于贷款金额；请核对两个金额。',
  'repaid-contradicts': '未还本金与结清日矛盾：未还本金为 0 时必须填结清日，大于 0 时不能填。',
  'cannot-be-written': '系统无法写入此行，其他行不受影响；值班人员已收到告警，排除故障后请重新导入此行。',
};

const english: Readonly<Record<LoanRowRejectionCode, string>> = {
  'row-malformed': 'Not a record: a row is an object with the particulars of one loan.',
  'field-unknown': `Unknown field: a row has ${fields.replaceAll('、', ', ')} alone.`,
  'credit-code-invalid': 'Not a credit code: 18 characters with the right check character (GB 32100-2015), as text.',
  'institution-id-invalid': 'The institution’s id must be a text of at most 40 small letters, digits and hyphens.',
  'contract-number-invalid': 'The contract number must be a text of 1 to 100 characters.',
  'note-number-invalid': 'The note number must be a text of at most 100 characters; leave it out where there is none.',
  'mode-invalid': 'The mode must be one of credit, ip-pledge, pledge, guarantee, mortgage, other.',
  'guarantor-id-invalid':
    'The guarantor’s id must be a text of small letters, digits and hyphens; leave it out where there is none.',
  'class-invalid': 'The class must be one of normal, special-mention, substandard, doubtful, loss.',
  'amount-invalid':
    'Amounts are whole numbers of fen, not texts: the loan’s at least 1, what is outstanding (required) and interest at least 0.',
  'rate-invalid':
    'annualRateBp must be 0 to 1,000,000 whole basis points, and annualRatePpm, where given, the same to the basis point.',
  'date-invalid':
    'Existing dates as YYYY-MM-DD are needed: of application, disbursement and maturity; leave out the others where there are none.',
  'outstanding-exceeds-amount': 'More is outstanding than was lent; check both amounts.',
  'repaid-contradicts': 'repaidOn is needed where nothing is outstanding, and must be left out where something is.',
  'cannot-be-written':
    'The system could not write this row; the others are not affected. Those on duty are alarmed: import it again after the fix.',
};

/** Why a row of a loan import was rejected and what would be right, in the caller's language. */
export function loanRowMessage(language: Language, code: LoanRowRejectionCode | RefusalCode, facts: Facts): string {
  const ofForm = loanRowRejectionCodes.find((each) => each === code);
  if (ofForm) return (language === 'zh' ? chinese : english)[ofForm];
  return told([lendingRefusals, admissionRefusals], language, code as RefusalCode, facts).detail;
}
