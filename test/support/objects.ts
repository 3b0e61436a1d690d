import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { send } from '../../infra/local/gateway/reply.ts';
import { makeBuckets } from '../../infra/local/objects/make-buckets.ts';
import { createObjectStore } from '../../infra/local/objects/object-store.ts';
import { objectSigner } from '../../shared/platform/services.ts';

/** The bucket of documents of the tests. */
export const testBucket = 'documents';
/** And that of checkpoints. */
export const checkpointBucket = 'checkpoints';
const buckets = [testBucket, checkpointBucket];

export const testCredentials = { accessKeyId: 'test', secretAccessKey: 'test' };
export const testSigner = objectSigner(new DynamoDBClient({ region: 'us-east-1', credentials: testCredentials }));

export interface TestObjects {
  readonly endpoint: string;
  stop(): Promise<void>;
}

/** The local object store with a folder of its own; `S3_ENDPOINT` names another in its place. */
export async function openObjects(): Promise<TestObjects> {
  const given = process.env.S3_ENDPOINT;
  if (!given) return startObjects();
  await makeBuckets({ signer: testSigner, address: given }, buckets);
  return { endpoint: given, stop: async () => undefined };
}

export type ObjectFault = number | 'hang-up' | 'answer-lost' | 'none';

export interface OwnObjects extends TestObjects {
  readonly folder: string;
  /** What the next calls meet in place of an answer: a status, or the end of the connection, before or after the call's effect. */
  readonly faults: ObjectFault[];
}

/** The local object store by itself; its clock is the machine's by default. */
export async function startObjects(nowMs: () => number = Date.now): Promise<OwnObjects> {
  const faults: OwnObjects['faults'] = [];
  const folder = mkdtempSync(join(tmpdir(), 'objects-'));
  const store = createObjectStore({ folder, buckets, locked: [checkpointBucket], root: '', signer: testSigner, nowMs });
  const server = createServer((request, response) => {
    const fault = faults.shift();
    if (fault === 'hang-up') return void request.socket.destroy();
    if (typeof fault === 'number') return void response.writeHead(fault).end();
    store(request).then(
      (reply) => (fault === 'answer-lost' ? void request.socket.destroy() : send(response, reply)),
      (error: Error) => response.destroy(error),
    );
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    folder,
    faults,
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: async () => {
      server.closeAllConnections();
      server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
