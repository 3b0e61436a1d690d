import { readListRows } from './list-rows.ts';
import { readLoanRows } from './loan-rows.ts';
import type { SheetRequest } from './read-file.ts';
import { readSheet } from './read-sheet.ts';

const readers = { list: readListRows, loans: readLoanRows };

// Reads sheets away from the page, so that it goes on answering, and so that whatever a file does ends with the worker.
addEventListener('message', async ({ data: { file, kind } }: MessageEvent<SheetRequest>) => {
  postMessage(readSheet<unknown>(new Uint8Array(await file.arrayBuffer()), readers[kind]));
});
