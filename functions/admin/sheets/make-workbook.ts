import { strToU8, zipSync } from 'fflate';
import { isFormulaLike } from './formula-text.ts';

export type Cell = string | number | null;

/**
 * Makes a workbook (.xlsx) of one sheet whose first row is the heading. Texts go as texts: a cell that begins with `=` is
 * no formula, and a code of eighteen digits stays one.
 */
export function makeWorkbook(title: string, rows: readonly (readonly Cell[])[]): Blob {
  const files = {
    '[Content_Types].xml': `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${main}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${main}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${main}.styles+xml"/></Types>`,
    '_rels/.rels': relations(`<Relationship Id="r1" Type="${relation}/officeDocument" Target="xl/workbook.xml"/>`),
    'xl/workbook.xml': `${declaration}<workbook xmlns="${spreadsheet}" xmlns:r="${relation}"><sheets><sheet name="${sheetName(title)}" sheetId="1" r:id="r1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations(
      `<Relationship Id="r1" Type="${relation}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="${relation}/styles" Target="styles.xml"/>`,
    ),
    'xl/styles.xml': `${declaration}<styleSheet xmlns="${spreadsheet}"><fonts count="2"><font/><font><b/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf/><xf fontId="1" applyFont="1"/><xf quotePrefix="1"/></cellXfs></styleSheet>`,
    'xl/worksheets/sheet1.xml': sheet(rows),
  };
  const zipped = zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));
  return new Blob([zipped as Uint8Array<ArrayBuffer>], { type: `${main}.sheet` });
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const main = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const spreadsheet = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

const relations = (inside: string): string =>
  `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inside}</Relationships>`;

function sheet(rows: readonly (readonly Cell[])[]): string {
  const widths = (rows[0] ?? []).map((_, index) =>
    Math.min(60, Math.max(...rows.slice(0, 200).map((row) => widthOf(row[index] ?? null))) + 2),
  );
  const columns = widths.map(
    (width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  );
  const lines = rows.map((row, index) => `<row>${row.map((cell) => cellXml(cell, index === 0)).join('')}</row>`);
  return `${declaration}<worksheet xmlns="${spreadsheet}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${columns.join('')}</cols><sheetData>${lines.join('')}</sheetData></worksheet>`;
}

function cellXml(cell: Cell, isHeading: boolean): string {
  if (cell === null || cell === '') return '<c/>';
  if (typeof cell === 'number') return `<c><v>${cell}</v></c>`;
  return `<c t="inlineStr"${styleOf(cell, isHeading)}><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`;
}

/** A text that is quoted stays a text, also if its cell is opened for editing and left. */
function styleOf(cell: string, isHeading: boolean): string {
  if (isHeading) return ' s="1"';
  return isFormulaLike(cell) ? ' s="2"' : '';
}

/** A Chinese character is two wide. */
const widthOf = (cell: Cell): number =>
  [...String(cell ?? '')].reduce((sum, char) => sum + (char > '\u2e7f' ? 2 : 1), 0);

/** Control characters are no XML at all. */
const escaped = (text: string): string =>
  text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out.
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

/** At most 31 characters, and none of those that a sheet's name may not have. */
const sheetName = (title: string): string => escaped(title.replace(/[[\]:*?/\\]/g, ' ').slice(0, 31)) || 'Sheet1';
