import type { Cell } from './cell.ts';
import { isFormulaLike } from './formula-text.ts';
import { officeFileOf } from './office-file.ts';
import { escaped } from './xml-text.ts';

export const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/**
 * Style 1 is the heading's. Styles 2 and 3, a cell's and a heading's, keep a text a text: without them, a cell that is opened
 * for editing and left would be run as a formula.
 */
const styles = `<styleSheet xmlns="${main}"><fonts count="2"><font/><font><b/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf/><xf fontId="1" applyFont="1"/><xf quotePrefix="1"/><xf fontId="1" applyFont="1" quotePrefix="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;

/**
 * Rows as a workbook (.xlsx, ECMA-376) of one sheet whose first row is the heading, which stays in sight. Texts are inline
 * strings, which no program takes for formulas, and a code of eighteen digits stays one.
 */
export function xlsxOf(title: string, rows: readonly (readonly Cell[])[]): Uint8Array<ArrayBuffer> {
  const sheets = `<sheets><sheet name="${sheetName(title)}" sheetId="1" r:id="r1"/></sheets>`;
  return officeFileOf(
    [
      {
        path: 'xl/workbook.xml',
        contentType: `${type}.sheet.main+xml`,
        xml: `<workbook xmlns="${main}" xmlns:r="${relations}">${sheets}</workbook>`,
      },
      { path: 'xl/worksheets/sheet1.xml', contentType: `${type}.worksheet+xml`, xml: sheetXml(rows) },
      { path: 'xl/styles.xml', contentType: `${type}.styles+xml`, xml: styles },
    ],
    ['worksheet', 'styles'],
  );
}

function sheetXml(rows: readonly (readonly Cell[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.min(60, Math.max(...rows.slice(0, 200).map((row) => widthOf(row[column] ?? null))) + 2),
  );
  const columns = widths.map(
    (width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  );
  const lines = rows.map(
    (row, index) => `<row r="${index + 1}">${row.map((cell) => cellXml(cell, index === 0)).join('')}</row>`,
  );
  const view =
    '<sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView>';
  return `<worksheet xmlns="${main}"><sheetViews>${view}</sheetViews>${columns.length > 0 ? `<cols>${columns.join('')}</cols>` : ''}<sheetData>${lines.join('')}</sheetData></worksheet>`;
}

function cellXml(cell: Cell, isHeading: boolean): string {
  if (cell === null || cell === '') return '<c/>';
  if (typeof cell !== 'string') return `<c><v>${typeof cell === 'number' ? cell : cell.decimal}</v></c>`;
  return `<c t="inlineStr"${styleOf(cell, isHeading)}><is><t xml:space="preserve">${cellText(cell)}</t></is></c>`;
}

function styleOf(cell: string, isHeading: boolean): string {
  const style = (isHeading ? 1 : 0) + (isFormulaLike(cell) ? 2 : 0);
  return style === 0 ? '' : ` s="${style}"`;
}

/** Programs read `_x0041_` in a cell as `A` (ST_Xstring, ECMA-376 part 1, 22.9.2.19), unless the first `_` is written so itself. */
const cellText = (text: string): string => escaped(text.replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_'));

/** A Chinese character is two wide. */
const widthOf = (cell: Cell): number =>
  [...(cell === null ? '' : typeof cell === 'object' ? cell.decimal : String(cell))].reduce(
    (sum, character) => sum + (character > '\u2e7f' ? 2 : 1),
    0,
  );

/** At most 31 characters, and none of those that a sheet's name may not have. */
const sheetName = (title: string): string =>
  escaped(title.replace(/[[\]:*?/\\]|^'+|'+$/g, ' ').slice(0, 31)) || 'Sheet1';
