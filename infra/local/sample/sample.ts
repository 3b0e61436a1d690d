import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Day, dayAt } from '../../../shared/domain/calendar.ts';
import type { Clock } from '../clock.ts';
import type { DataFolder } from '../data-folder.ts';
import { writeWhole } from '../whole-file.ts';
import type { PlayFirstCase } from './history.ts';
import { loadSample } from './load.ts';

interface SampleFile {
  /** `off`: the folder was first used without a sample city, and is never given one. */
  readonly state: 'loading' | 'done' | 'off';
  readonly startedOn: Day;
}

export interface SampleStart {
  readonly url: string;
  readonly folder: DataFolder;
  readonly clock: Clock;
  /** The folder is to stay without a sample city. */
  readonly empty: boolean;
  readonly say: (line: string) => void;
  /** Plays what happened years ago, which the API of today cannot tell. */
  readonly play: PlayFirstCase;
}

/**
 * Loads the sample city into a new folder while the system already serves, and goes on where a load was cut off. Returns
 * what stops it.
 */
export function startSample(start: SampleStart): () => Promise<void> {
  const { folder, clock, empty, ...rest } = start;
  const path = join(folder.path, 'sample.json');
  const kept = readSampleFile(path);
  const startedOn = kept?.startedOn ?? dayAt(new Date(clock.nowMs()).toISOString());
  const keep = (state: SampleFile['state']): void =>
    writeWhole(path, JSON.stringify({ state, startedOn } satisfies SampleFile));
  if (!kept) keep(empty ? 'off' : 'loading');
  if (empty || (kept && kept.state !== 'loading')) return async () => undefined;

  const stopping = new AbortController();
  const loading = loadSample({ ...rest, startedOn, signal: stopping.signal }).then(
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
