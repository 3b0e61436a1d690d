import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');
const readyWithinMs = 60_000;

export interface SystemOptions {
  /** A data folder of an earlier start; a new one unless told. */
  readonly folder?: string;
  readonly now?: string;
  readonly sample?: boolean;
  readonly port?: number;
}

/** The whole system as `npm start` runs it: a process of its own, with its emulators in its process group. */
export interface RunningSystem {
  readonly url: string;
  readonly folder: string;
  /** From the start of the process to its `ready` line, in milliseconds. */
  readonly readyAfterMs: number;
  readonly output: () => string;
  /** `kill -9` of the process group: nothing gets to finish. */
  kill(): Promise<void>;
  /** SIGTERM: what runs is finished. Tells the exit code. */
  stop(): Promise<number | null>;
}

export const newFolder = (): string => mkdtempSync(join(tmpdir(), 'loan-system-'));
export const removeFolder = (folder: string): void => rmSync(folder, { recursive: true, force: true });

/** Starts the system and waits for its `ready` line. */
export async function startSystem(options: SystemOptions = {}): Promise<RunningSystem> {
  const folder = options.folder ?? newFolder();
  const child = spawnSystem(['--data', folder, '--port', String(options.port ?? 0), ...argumentsOf(options)]);
  const startedAt = performance.now();
  let output = '';
  child.stdout?.on('data', (chunk) => {
    output += chunk;
  });
  child.stderr?.on('data', (chunk) => {
    output += chunk;
  });
  const url = await untilReady(child, () => output);
  return {
    url,
    folder,
    readyAfterMs: performance.now() - startedAt,
    output: () => output,
    kill: async () => {
      const exit = once(child, 'exit');
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
      await exit;
    },
    stop: async () => {
      if (child.exitCode !== null) return child.exitCode;
      const exit = once(child, 'exit');
      child.kill('SIGTERM');
      const [code] = await exit;
      return code;
    },
  };
}

/** Runs the system where it is expected to give up, and tells its exit code and what it printed. */
export async function startToFail(args: readonly string[]): Promise<{ code: number | null; output: string }> {
  const child = spawnSystem(args);
  let output = '';
  child.stdout?.on('data', (chunk) => {
    output += chunk;
  });
  child.stderr?.on('data', (chunk) => {
    output += chunk;
  });
  const late = setTimeout(() => child.pid !== undefined && process.kill(-child.pid, 'SIGKILL'), readyWithinMs);
  const [code] = await once(child, 'exit');
  clearTimeout(late);
  return { code, output };
}

function argumentsOf({ now, sample = false }: SystemOptions): readonly string[] {
  return [...(sample ? [] : ['--empty']), ...(now === undefined ? [] : ['--now', now])];
}

/** In a process group of its own, so that `kill -9` of the group ends it and whatever it started, and nothing else. */
function spawnSystem(args: readonly string[]): ChildProcess {
  return spawn(process.execPath, ['infra/local/start.mjs', ...args], {
    cwd: root,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

async function untilReady(child: ChildProcess, output: () => string): Promise<string> {
  const deadline = performance.now() + readyWithinMs;
  while (performance.now() < deadline) {
    const url = /^ready (http:\/\/\S+)$/m.exec(output())?.[1];
    if (url) return url;
    if (child.exitCode !== null) throw new Error(`the system ended with ${child.exitCode}:\n${output()}`);
    await new Promise((wake) => setTimeout(wake, 10));
  }
  throw new Error(`the system was not ready in ${readyWithinMs} ms:\n${output()}`);
}
