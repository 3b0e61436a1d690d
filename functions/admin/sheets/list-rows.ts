import { type Cells, dayOf, readTable, type TableFormat, type TableSheet } from './table-format.ts';

export const listFields = ['creditCode', 'name', 'certificateNumber', 'issuedOn', 'validUntil'] as const;
export type ListField = (typeof listFields)[number];

/** A row as `POST /v1/imports` takes it. */
export interface ListRow {
  readonly creditCode: string;
  readonly name: string;
  readonly certificateNumber?: string;
  readonly issuedOn: string;
  readonly validUntil?: string;
}

export type ListSheet = TableSheet<ListField, ListRow>;

/** What offices call these columns. */
const synonyms: Readonly<Record<ListField, readonly string[]>> = {
  creditCode: [
    '统一社会信用代码',
    '社会信用代码',
    '信用代码',
    '统一信用代码',
    '企业代码',
    '纳税人识别号',
    'creditcode',
    'uscc',
  ],
  name: ['企业名称', '单位名称', '公司名称', '名称', '企业', '申报单位', '申报企业', 'name', 'enterprise'],
  certificateNumber: [
    '证书编号',
    '证书号',
    '证书号码',
    '编号',
    '资质编号',
    '认定编号',
    '登记编号',
    '入库登记编号',
    'certificatenumber',
  ],
  issuedOn: [
    '发证日期',
    '发证时间',
    '认定日期',
    '认定时间',
    '批准日期',
    '公布日期',
    '入库日期',
    '颁发日期',
    '起始日期',
    'issuedon',
  ],
  validUntil: [
    '有效期至',
    '有效期',
    '有效期截止',
    '截止日期',
    '到期日',
    '到期日期',
    '有效期止',
    '失效日期',
    'validuntil',
  ],
};
const forEver = /^(长期|长期有效|无固定期限|永久|无|-+|—+)$/;

const format: TableFormat<ListField, ListRow> = {
  synonyms,
  required: ['creditCode', 'name', 'issuedOn'],
  rowOf: (read) => {
    const certificateNumber = read('certificateNumber');
    const until = read('validUntil');
    return {
      creditCode: read('creditCode'),
      name: read('name'),
      ...(certificateNumber !== '' && { certificateNumber }),
      issuedOn: dayOf(read('issuedOn')),
      ...(until !== '' && !forEver.test(until) && { validUntil: dayOf(until) }),
    };
  },
};

/** Reads a sheet as a list of certificates. @throws SheetRefused when it is none. */
export const readListRows = (sheet: Cells): ListSheet => readTable(sheet, format);
