import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../../infra/local/emulators/loopback.ts';

export interface Dynamodb {
  readonly endpoint: string;
  readonly child: ChildProcess;
}

/** Starts DynamoDB in memory, or on a file where a path is given, as the bench does. */
export async function startDynamodb(databasePath?: string): Promise<Dynamodb> {
  const require = createRequire(import.meta.url);
  const program = join(require.resolve(`@dynoxide/${process.platform}-${process.arch}/package.json`), '..', 'dynoxide');
  const port = await freePort();
  const stored = databasePath === undefined ? [] : ['--db-path', databasePath];
  const child = spawn(program, ['--port', String(port), ...stored], { stdio: 'ignore' });
  await untilListening(port);
  return { endpoint: `http://127.0.0.1:${port}`, child };
}

export async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  child.kill('SIGKILL');
  await exit;
}

async function untilListening(port: number): Promise<void> {
  for (let attempt = 0; attempt < 1_000; attempt += 1) {
    const socket = connect(port, '127.0.0.1');
    const answer = await Promise.race([
      once(socket, 'connect').then(() => true),
      once(socket, 'error').then(() => false),
    ]).catch(() => false);
    socket.destroy();
    if (answer) return;
    await sleep(5);
  }
  throw new Error(`nothing listens on port ${port}`);
}
