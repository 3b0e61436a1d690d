import { SheetRefused } from './sheet-fault.ts';

/** Cells as texts, one line each. */
export type Cells = readonly (readonly string[])[];

/** What a sheet of a kind holds, and how its headings may be called; names are compared without spaces, brackets and case. */
export interface TableFormat<Field extends string, Row> {
  readonly synonyms: Readonly<Record<Field, readonly string[]>>;
  readonly required: readonly Field[];
  /** Makes a row of its fields' texts, "" for what is not there; `heading` is that of the field's column. */
  readonly rowOf: (read: (field: Field) => string, heading: (field: Field) => string) => Row;
}

export interface TableSheet<Field extends string, Row> {
  /** The sheet's own headings, and which of them each field was found under. */
  readonly header: readonly string[];
  readonly columns: Readonly<Record<Field, number | null>>;
  readonly rows: readonly Row[];
  /** The rows as they came, to be given back with what became of them. */
  readonly cells: Cells;
}

/** A title or two may stand above the headings. */
const headerWithin = 10;
/** So many of a field's names are also looked for within a heading. */
const looseNames = 3;

/** Finds the headings and reads the rows below them. @throws SheetRefused when there are none. */
export function readTable<Field extends string, Row>(
  sheet: Cells,
  format: TableFormat<Field, Row>,
): TableSheet<Field, Row> {
  if (sheet.every((row) => row.every((cell) => cell.trim() === ''))) throw new SheetRefused('empty');
  for (const [index, header] of sheet.slice(0, headerWithin).entries()) {
    const columns = columnsOf(header, format);
    if (format.required.some((field) => columns[field] === null)) continue;
    const cells = sheet.slice(index + 1).filter((row) => row.some((cell) => cell.trim() !== ''));
    const heading = (field: Field): string => header[columns[field] ?? -1] ?? '';
    const rows = cells.map((row) => format.rowOf((field) => (row[columns[field] ?? -1] ?? '').trim(), heading));
    return { header, columns, cells, rows };
  }
  throw new SheetRefused('no-header');
}

function columnsOf<Field extends string, Row>(
  header: readonly string[],
  { synonyms }: TableFormat<Field, Row>,
): Record<Field, number | null> {
  const names = header.map((cell) =>
    cell
      .normalize('NFKC')
      .replace(/[\s()（）*:：_-]/g, '')
      .toLowerCase(),
  );
  const fields = Object.keys(synonyms) as Field[];
  const exact = new Map(fields.map((field) => [field, names.findIndex((name) => synonyms[field].includes(name))]));
  const taken = new Set(exact.values());
  const partly = (field: Field): number =>
    names.findIndex(
      (name, index) =>
        name !== '' && !taken.has(index) && synonyms[field].slice(0, looseNames).some((word) => name.includes(word)),
    );
  return Object.fromEntries(
    fields.map((field) => {
      const at = exact.get(field) ?? -1;
      const found = at >= 0 ? at : partly(field);
      return [field, found < 0 ? null : found];
    }),
  ) as Record<Field, number | null>;
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
