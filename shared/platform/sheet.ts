import { bareText, isFormulaLike } from './formula-text.ts';
import { commonHeaders, type HttpReply } from './problem.ts';

/** Whether a caller would rather have a sheet than JSON. */
export const wantsSheet = (accept: string): boolean => /\btext\/csv\b/i.test(accept);

/** It would make other numbers of these: an all-digit credit code loses its last digits, a certificate 007 its noughts. */
const misread = /^(?:\d{12,}|0\d+|\d+e\d+)$/i;

/** Rows of cells as CSV: UTF-8 with BOM, CRLF, and no text that a spreadsheet program would take for a formula or a number. */
export function sheetReply(fileName: string, rows: readonly (readonly (string | number | null)[])[]): HttpReply {
  const lines = rows.map((row) => row.map(cell).join(','));
  return {
    statusCode: 200,
    headers: {
      ...commonHeaders,
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${fileName}"`,
    },
    body: `\uFEFF${lines.join('\r\n')}\r\n`,
  };
}

function cell(value: string | number | null): string {
  const text = value === null ? '' : String(value);
  const isMistaken = typeof value === 'string' && (isFormulaLike(text) || misread.test(bareText(text)));
  const safe = isMistaken ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
