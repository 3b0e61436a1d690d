import type { RowRejectionCode } from '../domain/import-row.ts';
import type { Language } from './language.ts';

const chinese: Readonly<Record<RowRejectionCode, string>> = {
  'category-not-in-force': '现行政策不包含这一资质类别；请核对类别，或待新政策生效后导入。',
  'row-malformed': '此行不是一条记录；每行应为含企业代码、名称、日期的对象。',
  'field-unknown': '此行有不认识的字段；只能有 creditCode、name、certificateNumber、issuedOn、validUntil。',
  'credit-code-invalid': '统一社会信用代码不对：应为 18 位，且校验位正确（GB 32100-2015）；请按文本填写。',
  'name-missing': '缺少企业名称；请按文本填写。',
  'name-too-long': '企业名称太长，至多 200 个字符。',
  'certificate-number-invalid': '证书编号不对：应为至多 100 个字符的文本。',
  'date-invalid': '日期不对：应为存在的日期，格式为 YYYY-MM-DD；长期有效请不填有效期。',
  'dates-contradict': '有效期早于发证日期；请核对两个日期。',
  'contradicts-row': '与本次导入的另一行矛盾（同一企业名称不同，或同一证书有效期不同）；请只保留正确的一行。',
  'file-full': '该企业的资质记录已达上限；请联系管理员。',
  'cannot-be-written': '系统无法写入此行，其他行不受影响；值班人员已收到告警，排除故障后请重新导入此行。',
};

const english: Readonly<Record<RowRejectionCode, string>> = {
  'category-not-in-force': 'The policy in force does not know this category; check it, or import when a version does.',
  'row-malformed': 'Not a record: a row is an object with code, name and dates.',
  'field-unknown': 'Unknown field: a row has creditCode, name, certificateNumber, issuedOn and validUntil alone.',
  'credit-code-invalid': 'Not a credit code: 18 characters with the right check character (GB 32100-2015), as text.',
  'name-missing': 'The name is missing; give it as text.',
  'name-too-long': 'The name is too long: at most 200 characters.',
  'certificate-number-invalid': 'The certificate number must be a text of at most 100 characters.',
  'date-invalid': 'An existing date as YYYY-MM-DD is needed; leave validUntil out where there is no end.',
  'dates-contradict': 'validUntil is before issuedOn; check both.',
  'contradicts-row':
    'Another row of this import says otherwise (another name or another end); keep the right one only.',
  'file-full': 'The enterprise’s record of certificates is full; ask the administrator.',
  'cannot-be-written':
    'The system could not write this row; the others are not affected. Those on duty are alarmed: import it again after the fix.',
};

/** Why a row was rejected and what would be right, in the caller's language. */
export const rowMessage = (language: Language, code: RowRejectionCode): string =>
  (language === 'zh' ? chinese : english)[code];
