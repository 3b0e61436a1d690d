import { bounds, SheetRefused } from './sheet-fault.ts';

/** Reads separated values (RFC 4180), UTF-8 or GBK, by comma, semicolon or tab. */
export function readCsv(bytes: Uint8Array): string[][] {
  const text = decode(bytes).replace(/^\uFEFF/, '');
  const [first = ''] = text.split(/\r\n?|\n/, 1);
  const separator = [',', '\t', ';'].reduce((best, each) =>
    first.split(each).length > first.split(best).length ? each : best,
  );
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let isQuoted = false;
  const endCell = (): void => {
    if (row.length < bounds.columnsMax) row.push(cell.slice(0, bounds.cellCharactersMax));
    cell = '';
  };
  const endRow = (): void => {
    endCell();
    rows.push(row);
    row = [];
    if (rows.length > bounds.rowsMax) throw new SheetRefused('too-many-rows');
  };
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (isQuoted) {
      if (character !== '"') cell += character;
      else if (text[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else isQuoted = false;
    } else if (character === '"' && cell === '') isQuoted = true;
    else if (character === separator) endCell();
    else if (character === '\n' || character === '\r') {
      if (character === '\r' && text[at + 1] === '\n') at += 1;
      endRow();
    } else cell += character;
  }
  // What follows a quote that is never closed would all be one cell.
  if (isQuoted) throw new SheetRefused('not-a-sheet');
  if (cell !== '' || row.length > 0) endRow();
  return rows;
}

/** What is no UTF-8 is GBK, as Excel in China saves it; what is neither is no text. */
function decode(bytes: Uint8Array): string {
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
    }
  }
  throw new SheetRefused('not-a-sheet');
}
