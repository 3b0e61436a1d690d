import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../../infra/local/emulators/free-port.ts';
import { startSqs } from '../../infra/local/emulators/sqs.ts';
import { openObjects } from './objects.ts';

export interface MemoryEmulators {
  readonly dynamodbEndpoint: string;
  readonly sqsEndpoint: string;
  readonly s3Endpoint: string;
  stop(): Promise<void>;
}

/** Emulators that forget everything when they stop; `DYNAMODB_ENDPOINT`, `SQS_ENDPOINT` and `S3_ENDPOINT` name others in their place. */
export async function startMemoryEmulators(): Promise<MemoryEmulators> {
  const dynamodb = process.env.DYNAMODB_ENDPOINT ?? (await startDynamodb());
  const sqs = process.env.SQS_ENDPOINT ?? (await startSqs('us-east-1'));
  const objects = await openObjects();
  return {
    s3Endpoint: objects.endpoint,
    dynamodbEndpoint: typeof dynamodb === 'string' ? dynamodb : dynamodb.endpoint,
    sqsEndpoint: typeof sqs === 'string' ? sqs : sqs.endpoint,
    stop: async () => {
      await objects.stop();
      if (typeof sqs !== 'string') await sqs.stop();
      if (typeof dynamodb !== 'string') await end(dynamodb.child);
    },
  };
}

/** Starts DynamoDB in memory, or on a file where a path is given, as the bench does. */
export async function startDynamodb(databasePath?: string): Promise<{ endpoint: string; child: ChildProcess }> {
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
  for (let attempt = 0; attempt < 250; attempt += 1) {
    const socket = connect(port, '127.0.0.1');
    const answer = await Promise.race([
      once(socket, 'connect').then(() => true),
      once(socket, 'error').then(() => false),
    ]).catch(() => false);
    socket.destroy();
    if (answer) return;
    await sleep(20);
  }
  throw new Error(`nothing listens on port ${port}`);
}
