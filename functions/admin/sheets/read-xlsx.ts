import { readXml } from './read-xml.ts';
import { bounds, SheetRefused } from './sheet-fault.ts';
import { type CellFormats, readFormats } from './xlsx-formats.ts';
import { readParts } from './xlsx-parts.ts';
import { readSharedTexts, TextRuns } from './xlsx-texts.ts';

/** Reads the first sheet of a workbook (.xlsx) as texts. @throws SheetRefused if it is none. */
export function readXlsx(bytes: Uint8Array): string[][] {
  const { sheet, sharedTexts, styles, from1904 } = readParts(bytes);
  return readRows(sheet, readSharedTexts(sharedTexts), readFormats(styles, from1904));
}

function readRows(sheet: string, shared: readonly string[], formats: CellFormats): string[][] {
  const rows: string[][] = [];
  const runs = new TextRuns();
  let row: string[] = [];
  let column = 0;
  let type = 'n';
  let style = 0;
  readXml(sheet, {
    open: (name, attributes) => {
      if (name === 'row') row = [];
      if (name !== 'c') return runs.open(name);
      const { r = '', s = '0', t = 'n' } = attributes();
      column = columnOf(r) ?? row.length;
      type = t;
      style = Number(s);
    },
    text: (text) => runs.add(text),
    close: (name) => {
      runs.close(name);
      if (name === 'c') {
        const text = cellText(runs.end(), type, style);
        if (column >= bounds.columnsMax) return;
        while (row.length < column) row.push('');
        row[column] = text;
      } else if (name === 'row') {
        rows.push(row);
        if (rows.length > bounds.rowsMax) throw new SheetRefused('too-many-rows');
      }
    },
  });
  return rows;

  function cellText(value: string, type: string, style: number): string {
    if (type === 's') return shared[Number(value)] ?? '';
    if (type === 'd') return value.slice(0, 10);
    return type === 'n' ? formats.textOf(value, style) : value;
  }
}

/** The column of a cell's name: `C7` is 2. */
function columnOf(reference: string): number | null {
  const letters = /^[A-Z]{1,3}/.exec(reference)?.[0];
  if (letters === undefined) return null;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
