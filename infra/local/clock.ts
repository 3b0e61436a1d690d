import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeWhole } from './whole-file.ts';

/**
 * The system's one clock: the machine's, moved by an offset in shared memory that every worker thread reads too. It is
 * kept in the data folder and goes on from there after a restart; it never goes back.
 */
export interface Clock {
  /** Whether the folder had no clock before. */
  readonly isNew: boolean;
  readonly shared: SharedArrayBuffer;
  nowMs(): number;
  /** Moves the clock to an instant; an earlier one than now is passed over. */
  moveTo(instantMs: number): void;
  /** The last Shanghai day whose night jobs have run. */
  lastNight(): string | null;
  setLastNight(day: string): void;
  /** The last Shanghai day whose checks are behind us. */
  lastChecks(): string | null;
  setLastChecks(day: string): void;
}

interface ClockFile {
  readonly offsetMs: number;
  readonly lastNight: string | null;
  readonly lastChecks?: string | null;
}

/**
 * Opens the clock of a data folder. One that has none yet begins at the given instant, be it past or future, or else at
 * the machine's time.
 */
export function openClock(folder: string, beginsAtMs: number | null = null): Clock {
  const path = join(folder, 'clock.json');
  const kept = readClockFile(path);
  const shared = new SharedArrayBuffer(BigInt64Array.BYTES_PER_ELEMENT);
  const offset = new BigInt64Array(shared);
  Atomics.store(offset, 0, BigInt(kept?.offsetMs ?? (beginsAtMs === null ? 0 : beginsAtMs - Date.now())));
  let lastNight = kept?.lastNight ?? null;
  let lastChecks = kept?.lastChecks ?? null;

  const nowMs = (): number => Date.now() + Number(Atomics.load(offset, 0));
  const keep = (): void =>
    writeWhole(path, JSON.stringify({ offsetMs: Number(Atomics.load(offset, 0)), lastNight, lastChecks }));
  if (!kept) keep();
  return {
    isNew: !kept,
    shared,
    nowMs,
    moveTo: (instantMs) => {
      if (instantMs <= nowMs()) return;
      Atomics.store(offset, 0, BigInt(Math.ceil(instantMs - Date.now())));
      keep();
    },
    lastNight: () => lastNight,
    setLastNight: (day) => {
      lastNight = day;
      keep();
    },
    lastChecks: () => lastChecks,
    setLastChecks: (day) => {
      lastChecks = day;
      keep();
    },
  };
}

function readClockFile(path: string): ClockFile | null {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as ClockFile;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
