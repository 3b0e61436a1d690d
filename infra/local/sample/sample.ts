import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Day, dayAt } from '../../../shared/domain/calendar.ts';
import type { Clock } from '../clock.ts';
import type { DataFolder } from '../data-folder.ts';
import { writeWhole } from '../whole-file.ts';
import { loadSample } from './load.ts';

interface SampleFile {
  /** `off`: the folder was first used without a sample city, and is never given one. */
  readonly state: 'loading' | 'done' | 'off';
  readonly startedOn: Day;
}

/**
 * Loads the sample city into a new folder while the system already serves, and goes on where a load was cut off. Returns
 * what stops it.
 */
export function startSample(
  url: string,
  folder: DataFolder,
  clock: Clock,
  empty: boolean,
  say: (line: string) => void,
): () => Promise<void> {
  const path = join(folder.path, 'sample.json');
  const kept = readSampleFile(path);
  const startedOn = kept?.startedOn ?? dayAt(new Date(clock.nowMs()).toISOString());
  const keep = (state: SampleFile['state']): void =>
    writeWhole(path, JSON.stringify({ state, startedOn } satisfies SampleFile));
  if (!kept) keep(empty ? 'off' : 'loading');
  if (empty || (kept && kept.state !== 'loading')) return async () => undefined;

  const stopping = new AbortController();
  const loading = loadSample({ url, startedOn, say, signal: stopping.signal }).then(
    () => keep('done'),
    (error: unknown) => {
      if (stopping.signal.aborted) return;
      console.error(`The sample city is not complete: ${error instanceof Error ? error.message : error}`);
    },
  );
  return async () => {
    stopping.abort();
    await loading;
  };
}

function readSampleFile(path: string): SampleFile | null {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as SampleFile;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
