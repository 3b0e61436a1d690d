import { appendFileSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Need } from './needs.ts';

/** The environment variable that names the folder into which every process of a run notes what functions called. */
export const recordingVariable = 'RECORD_CALLS';

const seen = new Set<string>();

/** Notes what a function (by its entry point) called; each thing once for a process. Without a folder it notes nothing. */
export function recordCalls(entry: string, needs: readonly Need[], folder = process.env[recordingVariable]): void {
  if (!folder) return;
  for (const { action, resource } of needs) {
    const line = `${entry}\t${action}\t${resource}\n`;
    if (seen.has(line)) continue;
    if (seen.size === 0) mkdirSync(folder, { recursive: true });
    seen.add(line);
    // At once, because a process of a test may be killed at any moment.
    appendFileSync(join(folder, `${process.pid}.calls`), line);
  }
}

/** All that the processes of a run noted, by function. */
export function readRecordedCalls(folder: string): ReadonlyMap<string, readonly Need[]> {
  const lines = new Set(
    readdirSync(folder)
      .filter((name) => name.endsWith('.calls'))
      .flatMap((name) => readFileSync(join(folder, name), 'utf8').split('\n'))
      .filter((line) => line !== ''),
  );
  const calls = new Map<string, Need[]>();
  for (const line of lines) {
    const [entry = '', action = '', resource = ''] = line.split('\t');
    calls.set(entry, [...(calls.get(entry) ?? []), { action, resource }]);
  }
  return calls;
}
