import type { TestProject } from 'vitest/node';
import { startMemoryEmulators } from './emulators.ts';

declare module 'vitest' {
  interface ProvidedContext {
    readonly dynamodbEndpoint: string;
    readonly sqsEndpoint: string;
    readonly s3Endpoint: string;
  }
}

/** One DynamoDB, one SQS and one object store for the whole run; every test file makes tables and queues of its own in them. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const emulators = await startMemoryEmulators();
  project.provide('dynamodbEndpoint', emulators.dynamodbEndpoint);
  project.provide('sqsEndpoint', emulators.sqsEndpoint);
  project.provide('s3Endpoint', emulators.s3Endpoint);
  return emulators.stop;
}
