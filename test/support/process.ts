import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { projectFolder } from '../../infra/build/project.ts';

export interface StartedSystem {
  readonly url: string;
  readonly pid: number;
  /** How long it took to say that it is ready. */
  readonly readyMs: number;
  /** All that it has printed so far. */
  output(): string;
  /** Ends the whole process group without a warning, as a crash of the machine would. */
  kill9(): Promise<void>;
  /** Sends a signal to the runner alone and answers with its exit code when it has ended. */
  end(name?: NodeJS.Signals): Promise<number | null>;
}

export interface RefusedSystem {
  readonly exitCode: number | null;
  readonly output: string;
}

export interface SystemArguments {
  readonly arguments: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
}

/**
 * Starts the real system as `npm start` does, in a process group of its own, on a port that is free.
 *
 * @returns the running system, or its words and exit code when it refused to start.
 */
export async function startProcess({
  arguments: given,
  environment,
}: SystemArguments): Promise<StartedSystem | RefusedSystem> {
  const startedAt = performance.now();
  const { DATA_DIR, PORT, NOW, SAMPLE, ...inherited } = process.env;
  const child = spawn(process.execPath, [join(projectFolder, 'infra/local/start.mjs'), '--port', '0', ...given], {
    cwd: projectFolder,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...inherited, ...environment },
  });
  const exited = once(child, 'exit').then(([code]) => code as number | null);
  let output = '';
  const url = await new Promise<string | null>((resolve) => {
    const read = (chunk: Buffer): void => {
      output += chunk.toString('utf8');
      const [, found] = /^ready (\S+)$/m.exec(output) ?? [];
      if (found !== undefined) resolve(found);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    void exited.then(() => resolve(null));
  });
  if (url === null) return { exitCode: await exited, output };
  const pid = pidOf(child);
  return {
    url,
    pid,
    readyMs: performance.now() - startedAt,
    output: () => output,
    kill9: async () => {
      signal(-pid, 'SIGKILL');
      await exited;
    },
    end: (name = 'SIGTERM') => {
      signal(pid, name);
      return exited;
    },
  };
}

/** The running system. @throws Error with its own words when it refused to start. */
export async function startedProcess(system: SystemArguments): Promise<StartedSystem> {
  const started = await startProcess(system);
  if ('url' in started) return started;
  throw new Error(`The system exited with ${started.exitCode}: ${started.output}`);
}

/** Sends a signal; nobody left to get it is as good. */
function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

function pidOf({ pid }: ChildProcess): number {
  if (pid === undefined) throw new Error('The process has no id');
  return pid;
}
