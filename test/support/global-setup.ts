import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { recordingVariable } from '../../infra/local/calls/recorder.ts';
import { end, startDynamodb, startMemoryEmulators } from './emulators.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** One for each worker, so that no two files wait for each other in it; or the one that was named. */
    readonly dynamodbEndpoints: readonly string[];
    readonly sqsEndpoint: string;
    readonly s3Endpoint: string;
  }
}

/** A DynamoDB a worker, one SQS and one object store for the whole run; every test file makes tables and queues of its own in them. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  // Every process of the run notes there what functions call (permission-check.ts).
  process.env[recordingVariable] ||= mkdtempSync(join(tmpdir(), 'calls-'));
  const emulators = await startMemoryEmulators();
  const workers = process.env.DYNAMODB_ENDPOINT ? 1 : project.config.maxWorkers;
  const more = await Promise.all(Array.from({ length: workers - 1 }, () => startDynamodb()));
  project.provide('dynamodbEndpoints', [emulators.dynamodbEndpoint, ...more.map(({ endpoint }) => endpoint)]);
  project.provide('sqsEndpoint', emulators.sqsEndpoint);
  project.provide('s3Endpoint', emulators.s3Endpoint);
  return async () => {
    await Promise.all([emulators.stop(), ...more.map(({ child }) => end(child))]);
  };
}
