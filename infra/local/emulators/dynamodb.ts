import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, openSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { StartError } from '../start-error.ts';
import { endLeftover } from './leftover.ts';
import { freePort, hiddenHost } from './loopback.ts';

export interface DynamodbEmulator {
  readonly endpoint: string;
  stop(): Promise<void>;
}

/** The file that says where a data folder's emulator listens, for tools that work on its data beside the running system. */
export const endpointPath = (folder: string): string => join(folder, 'dynamodb.endpoint');

/** Ends within this time of its start mean that it cannot run at all, not that somebody ended it. */
const tooSoonMs = 2_000;
const readyWithinMs = 5_000;

/**
 * Starts the DynamoDB emulator on the data folder's database, as a child in our own process group, so that killing the
 * group leaves nothing behind. While we run it is started again whenever it ends: a terminal's Ctrl-C reaches the whole
 * group, and what is being served then still has to finish.
 */
export async function startDynamodb(folder: string, onBroken: (reason: string) => void): Promise<DynamodbEmulator> {
  const program = emulatorProgram();
  const databasePath = join(folder, 'dynamodb.sqlite');
  const pidPath = join(folder, 'dynamodb.pid');
  await endLeftover(pidPath, databasePath);
  const host = hiddenHost();
  const port = await freePort(host);
  const logPath = join(folder, 'dynamodb.log');
  const log = openSync(logPath, 'w');

  let stopping = false;
  let child: ChildProcess;
  const run = (): void => {
    const startedAt = performance.now();
    child = spawn(program, ['--host', host, '--port', String(port), '--db-path', databasePath], {
      stdio: ['ignore', 'ignore', log],
    });
    if (child.pid !== undefined) writeFileSync(pidPath, String(child.pid));
    child.once('error', (error) => onBroken(`The DynamoDB emulator cannot be started: ${error.message}`));
    child.once('exit', (code, signal) => {
      if (stopping) return;
      if (performance.now() - startedAt > tooSoonMs || signal !== null || code === 0) run();
      else onBroken(`The DynamoDB emulator ended at once with code ${code}; see ${logPath}.`);
    });
  };
  run();
  await untilListening(host, port);
  const endpoint = `http://${host}:${port}`;
  writeFileSync(endpointPath(folder), endpoint, { mode: 0o600 });
  return {
    endpoint,
    stop: async () => {
      stopping = true;
      if (child.exitCode !== null || child.signalCode !== null) return;
      const exit = once(child, 'exit');
      child.kill('SIGTERM');
      const late = setTimeout(() => child.kill('SIGKILL'), 2_000);
      await exit;
      clearTimeout(late);
    },
  };
}

/** The emulator's program, from the package of this platform. */
function emulatorProgram(): string {
  const name = `@dynoxide/${process.platform}-${process.arch}`;
  const require = createRequire(import.meta.url);
  try {
    const program = join(require.resolve(`${name}/package.json`), '..', 'dynoxide');
    if (existsSync(program)) return program;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'MODULE_NOT_FOUND') throw error;
  }
  throw new StartError(
    `The DynamoDB emulator ${name} is not installed: run \`npm ci\` on linux-x64, or set DYNAMODB_ENDPOINT to another DynamoDB.`,
  );
}

async function untilListening(host: string, port: number): Promise<void> {
  const giveUpAt = performance.now() + readyWithinMs;
  while (!(await accepts(host, port))) {
    if (performance.now() > giveUpAt)
      throw new StartError(`The DynamoDB emulator did not start within ${readyWithinMs / 1000} s.`);
    await sleep(5);
  }
}

const accepts = (host: string, port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, host);
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
