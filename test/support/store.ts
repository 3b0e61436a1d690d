import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { inject } from 'vitest';
import type { Services } from '../../shared/operations/services.ts';
import { dynamodbOfFile } from './own-dynamodb.ts';
import { openStoreAt, type TestStore, testClient } from './store-at.ts';

export type { TestStore } from './store-at.ts';

const endpoints = new WeakMap<DynamoDBClient, string>();

/** Tables and queues of its own. */
export async function openStore(now = '2026-03-02T02:00:00.000Z'): Promise<TestStore> {
  const dynamodb = await dynamodbOfFile();
  const store = await openStoreAt({ dynamodb, sqs: inject('sqsEndpoint'), s3: inject('s3Endpoint') }, now);
  endpoints.set(store.services.database.client, dynamodb);
  return store;
}

/** Where the tables of a store are that {@link openStore} opened. */
export function dynamodbOf({ database }: Services): string {
  const endpoint = endpoints.get(database.client);
  if (endpoint === undefined) throw new Error('no store was opened with this client');
  return endpoint;
}

/** One more client of the same tables, which a fault hook on the first one does not touch. */
export const anotherClient = (services: Services): DynamoDBClient => testClient(dynamodbOf(services));
