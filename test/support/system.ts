import { accessSync, constants, mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type StartedSystem, startedProcess } from './process.ts';

export interface SystemOptions {
  /** A data folder of an earlier start, or on the disk; a new one in memory by default. */
  readonly folder?: string;
  readonly now?: string;
}

/** The whole system as `npm start` runs it, without the sample city. */
export interface RunningSystem {
  readonly url: string;
  readonly folder: string;
  /** From the start of the process to its `ready` line, in milliseconds. */
  readonly readyMs: number;
  /** `kill -9` of the process group: nothing gets to finish. */
  kill(): Promise<void>;
  /** SIGTERM: what runs is finished. Tells the exit code. */
  stop(): Promise<number | null>;
}

/** On the disk, for what is about that: killed systems, starts, and their times. */
export const newFolder = (): string => mkdtempSync(join(tmpdir(), 'loan-system-'));
/** Where there is no disk to wait for at every write: half the time of loading the sample city. */
export const newFolderInMemory = (): string => mkdtempSync(join(memoryFolder(), 'loan-system-'));
export const removeFolder = (folder: string): void => rmSync(folder, { recursive: true, force: true });

/** Starts the system on a port that is free and waits for its `ready` line. */
export async function startSystem({ folder = newFolderInMemory(), now }: SystemOptions = {}): Promise<RunningSystem> {
  const clock = now === undefined ? [] : ['--now', now];
  const system: StartedSystem = await startedProcess({ arguments: ['--data', folder, '--empty', ...clock] });
  return { url: system.url, folder, readyMs: system.readyMs, kill: system.kill9, stop: () => system.end() };
}

/** More than all systems of a run need at once; containers often have but 64 MB. */
const memoryBytesMin = 1024 ** 3;

/** Linux's folder of files in memory; that of other temporary files where there is none, or little room in it. */
function memoryFolder(): string {
  const folder = '/dev/shm';
  try {
    accessSync(folder, constants.W_OK);
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize >= memoryBytesMin ? folder : tmpdir();
  } catch {
    return tmpdir();
  }
}
