import { commonHeaders, type HttpReply } from './problem.ts';

/** Whether a caller would rather have a sheet than JSON. */
export const wantsSheet = (accept: string): boolean => /\btext\/csv\b/i.test(accept);

/** A spreadsheet program would run these as formulas. */
const formula = /^[=+\-@\t\r]/;

/** Rows of cells as CSV: UTF-8 with BOM, CRLF, and no cell that a spreadsheet program would take for a formula. */
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
  const safe = formula.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
