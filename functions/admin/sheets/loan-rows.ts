import { wordsIn } from '../words/word-names.ts';
import { type Cells, dayOf, readTable, type TableFormat, type TableSheet } from './table-format.ts';

/** The columns of a sheet of loans made before this system, in the order of its template. */
export const loanFields = [
  'creditCode',
  'institutionId',
  'contractNumber',
  'noteNumber',
  'amountFen',
  'outstandingFen',
  'mode',
  'guarantorId',
  'annualRateBp',
  'appliedOn',
  'disbursedOn',
  'maturesOn',
  'originalMaturesOn',
  'interestPaidFen',
  'class',
  'repaidOn',
] as const;
export type LoanField = (typeof loanFields)[number];

/** A row as `POST /v1/loan-imports` takes it; what could not be read goes as its text, for the API to refuse. */
export type LoanSheetRow = { readonly creditCode: string; readonly annualRatePpm?: number } & Readonly<
  Partial<Record<LoanField, string | number>>
>;

export type LoanSheet = TableSheet<LoanField, LoanSheetRow>;

/** What offices and banks call these columns. */
const synonyms: Readonly<Record<LoanField, readonly string[]>> = {
  creditCode: ['统一社会信用代码', '社会信用代码', '信用代码', '企业代码', 'creditcode', 'uscc'],
  institutionId: ['机构代号', '贷款银行', '放款银行', '银行', '机构', '贷款机构', 'institutionid'],
  contractNumber: ['合同编号', '合同号', '借款合同号', '借款合同编号', 'contractnumber'],
  noteNumber: ['借据号', '借据编号', 'notenumber'],
  amountFen: ['贷款金额', '放款金额', '合同金额', '贷款金额元', '贷款金额万元', '金额', 'amount'],
  outstandingFen: ['贷款余额', '未还本金', '本金余额', '贷款余额元', '贷款余额万元', '余额', 'outstanding'],
  mode: ['担保方式', '贷款方式', '保证方式', 'mode'],
  guarantorId: ['担保机构', '担保公司', '担保人', 'guarantorid'],
  annualRateBp: ['年利率', '执行利率', '利率', '年利率%', 'annualrate'],
  appliedOn: ['申请日期', '申请日', '受理日期', 'appliedon'],
  disbursedOn: ['放款日期', '发放日期', '放款日', '起息日', '贷款起始日', 'disbursedon'],
  maturesOn: ['到期日期', '到期日', '贷款到期日', 'matureson'],
  originalMaturesOn: ['原到期日', '原到期日期', '展期前到期日', 'originalmatureson'],
  interestPaidFen: ['已付利息', '已还利息', '已付利息元', 'interestpaid'],
  class: ['五级分类', '风险分类', '贷款分类', 'class'],
  repaidOn: ['结清日期', '结清日', '还清日期', 'repaidon'],
};

const format: TableFormat<LoanField, LoanSheetRow> = {
  synonyms,
  required: [
    'creditCode',
    'institutionId',
    'contractNumber',
    'amountFen',
    'outstandingFen',
    'mode',
    'annualRateBp',
    'appliedOn',
    'disbursedOn',
    'maturesOn',
  ],
  rowOf: (read, heading) => {
    const text = (field: LoanField) => optional(field, read(field), (said) => said);
    const day = (field: LoanField) => optional(field, read(field), dayOf);
    const amount = (field: LoanField) =>
      optional(field, read(field), (said) => fenOf(said, heading(field).includes('万')) ?? said);
    const word = (field: LoanField, kind: 'modes' | 'classes') =>
      optional(field, read(field), (said) => codeOf(said, kind));
    return {
      creditCode: read('creditCode'),
      ...text('institutionId'),
      ...text('contractNumber'),
      ...text('noteNumber'),
      ...amount('amountFen'),
      ...amount('outstandingFen'),
      ...word('mode', 'modes'),
      ...text('guarantorId'),
      ...optionalRate(read('annualRateBp')),
      ...day('appliedOn'),
      ...day('disbursedOn'),
      ...day('maturesOn'),
      ...day('originalMaturesOn'),
      ...amount('interestPaidFen'),
      ...word('class', 'classes'),
      ...day('repaidOn'),
    };
  },
};

/** Reads a sheet as loans. @throws SheetRefused when it is none. */
export const readLoanRows = (sheet: Cells): LoanSheet => readTable(sheet, format);

const optional = (field: LoanField, said: string, make: (said: string) => string | number) =>
  said === '' ? {} : { [field]: make(said) };

/** Yuan, or 万元 where the heading says so, to the fen; null for what is no such amount. */
export function fenOf(text: string, inTenThousands: boolean): number | null {
  const match = /^(\d{1,13})(?:\.(\d+))?$/.exec(text.replace(/[,，\s¥￥]|元$/g, ''));
  if (!match) return null;
  const places = inTenThousands ? 6 : 2;
  const [, whole = '', fraction = ''] = match;
  // What a spreadsheet calculated may end in a tail of nines or zeros; beyond a tenth of a fen it is no other amount.
  const fen = Number(whole) * 10 ** places + Number(`0.${fraction || 0}`) * 10 ** places;
  const rounded = Math.round(fen);
  return Number.isSafeInteger(rounded) && Math.abs(fen - rounded) < 0.1 ? rounded : null;
}

/**
 * A yearly rate in per cent: 4.35, 4.35%. A spreadsheet holds what it shows as 4.35% as 0.0435, so a number that is not above
 * 0.36 and has no sign is one of these: no loan costs a third of a per cent.
 */
export function rateOf(text: string): { readonly annualRateBp: number; readonly annualRatePpm?: number } | null {
  const match = /^(\d{1,3}(?:\.\d{1,16})?)(%?)$/.exec(text.replace(/[\s％]/g, (char) => (char === '％' ? '%' : '')));
  if (!match) return null;
  const [, digits = '', sign = ''] = match;
  const isFraction = sign === '' && Number(digits) <= 0.36;
  const annualRatePpm = Math.round(Number(digits) * (isFraction ? 1_000_000 : 10_000));
  const annualRateBp = Math.round(annualRatePpm / 100);
  return annualRatePpm === annualRateBp * 100 ? { annualRateBp } : { annualRateBp, annualRatePpm };
}

const optionalRate = (said: string) => (said === '' ? {} : (rateOf(said) ?? { annualRateBp: said }));

/** The API's word for a name in either language; a word of the API itself, or one that is none, stays. */
function codeOf(said: string, kind: 'modes' | 'classes'): string {
  const known = [wordsIn.zh[kind], wordsIn.en[kind]].flatMap((names) => Object.entries(names));
  const wanted = said.toLowerCase().replace(/(贷款|类)$/, '');
  return known.find(([code, name]) => code === wanted || name.toLowerCase() === wanted)?.[0] ?? said;
}
