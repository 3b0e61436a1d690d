import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { inject } from 'vitest';
import type { Services } from '../../shared/operations/services.ts';
import { dynamodbOfFile } from './own-dynamodb.ts';
import { leanClient, openStoreAt, type TestStore, testClient } from './store-at.ts';

export type { TestStore } from './store-at.ts';

const endpoints = new WeakMap<DynamoDBClient, string>();

const opened = async (now: string, clientAt: (endpoint: string) => DynamoDBClient): Promise<TestStore> => {
  const dynamodb = await dynamodbOfFile();
  const store = await openStoreAt({ dynamodb, sqs: inject('sqsEndpoint'), s3: inject('s3Endpoint') }, now, clientAt);
  endpoints.set(store.services.database.client, dynamodb);
  return store;
};
const someDay = '2026-03-02T02:00:00.000Z';

/** Tables and queues of its own. */
export const openStore = (now = someDay): Promise<TestStore> => opened(now, leanClient);

/** The same by the SDK's own client, for the tests of what the store says to it. */
export const openSdkStore = (now = someDay): Promise<TestStore> => opened(now, testClient);

/** Where the tables of a store are that {@link openStore} opened. */
export function dynamodbOf({ database }: Services): string {
  const endpoint = endpoints.get(database.client);
  if (endpoint === undefined) throw new Error('no store was opened with this client');
  return endpoint;
}

/** One more client of the same tables, which a fault hook on the first one does not touch. */
export const anotherClient = (services: Services): DynamoDBClient => leanClient(dynamodbOf(services));
