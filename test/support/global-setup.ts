import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { recordingVariable } from '../../infra/local/calls/recorder.ts';
import { startQueuesAndObjects } from './emulators.ts';

declare module 'vitest' {
  interface ProvidedContext {
    readonly sqsEndpoint: string;
    readonly s3Endpoint: string;
  }
}

/** One SQS and one object store for the whole run, in which every store makes queues of its own. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  // Every process of the run notes there what functions call (permission-check.ts).
  process.env[recordingVariable] ||= mkdtempSync(join(tmpdir(), 'calls-'));
  const { sqsEndpoint, s3Endpoint, stop } = await startQueuesAndObjects();
  project.provide('sqsEndpoint', sqsEndpoint);
  project.provide('s3Endpoint', s3Endpoint);
  return stop;
}
