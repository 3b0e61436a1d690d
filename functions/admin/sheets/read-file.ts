import type { ListSheet } from './list-rows.ts';
import type { LoanSheet } from './loan-rows.ts';
import type { SheetReading } from './read-sheet.ts';
import { bounds } from './sheet-fault.ts';

/** What a sheet of each kind is read as. */
export interface Sheets {
  readonly list: ListSheet;
  readonly loans: LoanSheet;
}
export type SheetKind = keyof Sheets;

/** What the worker is asked. */
export interface SheetRequest {
  readonly file: File;
  readonly kind: SheetKind;
}

const patienceMs = 20_000;

/** Reads a chosen file as a sheet of a kind, in a worker that is ended when it takes too long. */
export function readFile<Kind extends SheetKind>(file: File, kind: Kind): Promise<SheetReading<Sheets[Kind]>> {
  if (file.size > bounds.fileBytesMax) return Promise.resolve({ kind: 'refused', fault: 'too-large' });
  const address = document.querySelector<HTMLMetaElement>('meta[name="sheet-worker"]')?.content ?? '';
  const worker = new Worker(new URL(address, document.baseURI), { type: 'module' });
  return new Promise((resolve) => {
    const end = (reading: SheetReading<Sheets[Kind]>): void => {
      clearTimeout(timer);
      worker.terminate();
      resolve(reading);
    };
    const timer = setTimeout(() => end({ kind: 'refused', fault: 'too-large' }), patienceMs);
    worker.addEventListener('message', ({ data }: MessageEvent<SheetReading<Sheets[Kind]>>) => end(data));
    worker.addEventListener('error', () => end({ kind: 'refused', fault: 'not-a-sheet' }));
    const request: SheetRequest = { file, kind };
    worker.postMessage(request);
  });
}
