import { readListRows } from './list-rows.ts';
import { readSheet } from './read-sheet.ts';

// Reads sheets away from the page, so that it goes on answering, and so that whatever a file does ends with the worker.
addEventListener('message', async ({ data }: MessageEvent<Blob>) => {
  postMessage(readSheet(new Uint8Array(await data.arrayBuffer()), readListRows));
});
