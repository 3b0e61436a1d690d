import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type StartedSystem, startedProcess } from './process.ts';

export interface SystemOptions {
  /** A data folder of an earlier start; a new one unless told. */
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

export const newFolder = (): string => mkdtempSync(join(tmpdir(), 'loan-system-'));
export const removeFolder = (folder: string): void => rmSync(folder, { recursive: true, force: true });

/** Starts the system on a port that is free and waits for its `ready` line. */
export async function startSystem({ folder = newFolder(), now }: SystemOptions = {}): Promise<RunningSystem> {
  const clock = now === undefined ? [] : ['--now', now];
  const system: StartedSystem = await startedProcess({ arguments: ['--data', folder, '--empty', ...clock] });
  return { url: system.url, folder, readyMs: system.readyMs, kill: system.kill9, stop: () => system.end() };
}
