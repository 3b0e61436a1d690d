import { inject } from 'vitest';
import { openStoreAt, type TestStore } from './store-at.ts';

export type { TestStore } from './store-at.ts';

/** Tables and a queue of its own on the run's emulators. */
export const openStore = (now = '2026-03-02T02:00:00.000Z'): Promise<TestStore> =>
  openStoreAt({ dynamodb: inject('dynamodbEndpoint'), sqs: inject('sqsEndpoint'), s3: inject('s3Endpoint') }, now);
