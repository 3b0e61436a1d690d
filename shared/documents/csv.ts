import type { Cell } from './cell.ts';
import { bareText, isFormulaLike } from './formula-text.ts';

export const csvType = 'text/csv';

/** It would make other numbers of these: an all-digit credit code loses its last digits, a certificate 007 its zeros. */
const misread = /^(?:\d{12,}|0\d+|\d+e\d+)$/i;

/** Rows of cells as CSV: UTF-8 with BOM, CRLF, and no text that a spreadsheet program would take for a formula or a number. */
export const csvOf = (rows: readonly (readonly Cell[])[]): string =>
  `\uFEFF${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;

function cell(value: Cell): string {
  const text = value === null ? '' : typeof value === 'object' ? value.decimal : String(value);
  const isMistaken = typeof value === 'string' && (isFormulaLike(text) || misread.test(bareText(text)));
  const safe = isMistaken ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
