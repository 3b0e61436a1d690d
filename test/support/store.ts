import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { inject } from 'vitest';
import { openStoreAt, type TestStore, testClient } from './store-at.ts';

export type { TestStore } from './store-at.ts';

/** The DynamoDB of this worker: the tables of one file are in nobody else's way. */
export function ownDynamodb(): string {
  const endpoints = inject('dynamodbEndpoints');
  return endpoints[Number(process.env.VITEST_POOL_ID ?? 0) % endpoints.length] ?? '';
}

/** Tables and a queue of its own on this worker's emulators. */
export const openStore = (now = '2026-03-02T02:00:00.000Z'): Promise<TestStore> =>
  openStoreAt({ dynamodb: ownDynamodb(), sqs: inject('sqsEndpoint'), s3: inject('s3Endpoint') }, now);

/** One more client of the same tables, which a fault hook on the first one does not touch. */
export const anotherClient = (): DynamoDBClient => testClient(ownDynamodb());
