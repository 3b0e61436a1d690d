import type { ListSheet } from './list-rows.ts';
import type { SheetReading } from './read-sheet.ts';
import { bounds } from './sheet-fault.ts';

const patienceMs = 20_000;

/** Reads a chosen file as a list, in a worker that is ended when it takes too long. */
export function readListFile(file: File): Promise<SheetReading<ListSheet>> {
  if (file.size > bounds.fileBytesMax) return Promise.resolve({ kind: 'refused', fault: 'too-large' });
  const address = document.querySelector<HTMLMetaElement>('meta[name="sheet-worker"]')?.content ?? '';
  const worker = new Worker(new URL(address, document.baseURI), { type: 'module' });
  return new Promise((resolve) => {
    const end = (reading: SheetReading<ListSheet>): void => {
      clearTimeout(timer);
      worker.terminate();
      resolve(reading);
    };
    const timer = setTimeout(() => end({ kind: 'refused', fault: 'too-large' }), patienceMs);
    worker.addEventListener('message', ({ data }: MessageEvent<SheetReading<ListSheet>>) => end(data));
    worker.addEventListener('error', () => end({ kind: 'refused', fault: 'not-a-sheet' }));
    worker.postMessage(file);
  });
}
