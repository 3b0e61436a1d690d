import { SheetRefused } from './sheet-fault.ts';

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

export interface ListSheet {
  /** The sheet's own headings, and which of them each field was found under. */
  readonly header: readonly string[];
  readonly columns: Readonly<Record<ListField, number | null>>;
  readonly rows: readonly ListRow[];
  /** The rows as they came, to be given back with what became of them. */
  readonly cells: readonly (readonly string[])[];
}

/** What offices call these columns; compared without spaces, brackets and case. */
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
const required: readonly ListField[] = ['creditCode', 'name', 'issuedOn'];
/** A title or two may stand above the headings. */
const headerWithin = 10;
const forEver = /^(长期|长期有效|无固定期限|永久|无|-+|—+)$/;

/** Finds the headings and reads the rows below them. @throws SheetRefused when there are none. */
export function readListRows(sheet: readonly (readonly string[])[]): ListSheet {
  if (sheet.every((row) => row.every((cell) => cell.trim() === ''))) throw new SheetRefused('empty');
  for (const [index, header] of sheet.slice(0, headerWithin).entries()) {
    const columns = columnsOf(header);
    if (required.some((field) => columns[field] === null)) continue;
    const cells = sheet.slice(index + 1).filter((row) => row.some((cell) => cell.trim() !== ''));
    return { header, columns, cells, rows: cells.map((row) => rowOf(row, columns)) };
  }
  throw new SheetRefused('no-header');
}

function columnsOf(header: readonly string[]): Record<ListField, number | null> {
  const names = header.map((cell) =>
    cell
      .normalize('NFKC')
      .replace(/[\s()（）*:：_-]/g, '')
      .toLowerCase(),
  );
  const find = (field: ListField): number | null => {
    const exact = names.findIndex((name) => synonyms[field].includes(name));
    if (exact >= 0) return exact;
    const partly = names.findIndex(
      (name) => name !== '' && synonyms[field].slice(0, 3).some((word) => name.includes(word)),
    );
    return partly < 0 ? null : partly;
  };
  return Object.fromEntries(listFields.map((field) => [field, find(field)])) as Record<ListField, number | null>;
}

function rowOf(cells: readonly string[], columns: Readonly<Record<ListField, number | null>>): ListRow {
  const read = (field: ListField): string => {
    const column = columns[field];
    return column === null ? '' : (cells[column] ?? '').trim();
  };
  const certificateNumber = read('certificateNumber');
  const until = read('validUntil');
  return {
    creditCode: read('creditCode'),
    name: read('name'),
    ...(certificateNumber !== '' && { certificateNumber }),
    issuedOn: dayOf(read('issuedOn')),
    ...(until !== '' && !forEver.test(until) && { validUntil: dayOf(until) }),
  };
}

/** 2023年1月5日, 2023/1/5, 2023.01.05, 20230105 are one day; anything else goes on as it is, for the API to refuse. */
export function dayOf(text: string): string {
  const match =
    /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:[ T].*)?$/.exec(text) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (!match) return text;
  const [, year = '', month = '', day = ''] = match;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}
