import {
  CreateTableCommand,
  type CreateTableCommandInput,
  DynamoDBClient,
  type ScalarAttributeType,
} from '@aws-sdk/client-dynamodb';
import { CreateQueueCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { Log, Services } from '../../shared/operations/services.ts';
import { queues } from '../../shared/platform/config.ts';
import { newId } from '../../shared/platform/ids.ts';
import { objectSigner } from '../../shared/platform/services.ts';
import { indexesOf } from '../../shared/store/indexes.ts';
import type { QueueName } from '../../shared/store/outbox.ts';
import { type TableDefinition, type TableName, tables } from '../../shared/store/tables.ts';
import { LeanClient } from './lean-client.ts';
import { testBucket, testCredentials } from './objects.ts';
import { asStrictAsDynamodb } from './strict-engine.ts';

const credentials = testCredentials;
const region = 'us-east-1';

export interface TestStore {
  /** What the operations stand on, over tables and a queue that nobody else uses. */
  readonly services: Services;
  /** Sets the one clock. */
  setNow(instant: string): void;
}

/**
 * A client whose requests only look signed: the emulator checks no signature, and making one is a fifth of a call's time.
 * Another server than ours, named by `DYNAMODB_ENDPOINT`, gets true ones.
 */
export function testClient(endpoint: string): DynamoDBClient {
  const client = new DynamoDBClient({ endpoint, region, credentials, ...(isOurs && { signer: { sign: marked } }) });
  // As the functions have it: it copies every input and output for a logger that nobody set.
  client.middlewareStack.remove('loggerMiddleware');
  return asStrictAsDynamodb(client);
}

/** A client for what is not about the client: a third of the work (lean-client.ts). */
export const leanClient = (endpoint: string): DynamoDBClient =>
  isOurs ? asStrictAsDynamodb(new LeanClient(endpoint) as unknown as DynamoDBClient) : testClient(endpoint);

// Read once: tests of functions name the emulator itself in their environment later.
const isOurs = !process.env.DYNAMODB_ENDPOINT;
const scope = 'test/20260101/us-east-1/dynamodb/aws4_request';
async function marked<Request extends { headers: Record<string, string> }>(request: Request): Promise<Request> {
  request.headers.authorization = `AWS4-HMAC-SHA256 Credential=${scope}, SignedHeaders=host, Signature=0`;
  request.headers['x-amz-date'] = '20260101T000000Z';
  return request;
}

const silent: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** Tables and a queue that nobody else uses, on emulators that the caller names; without `s3` there are no documents. */
export async function openStoreAt(
  endpoints: { readonly dynamodb: string; readonly sqs: string; readonly s3?: string },
  now: string,
  clientAt: (endpoint: string) => DynamoDBClient = testClient,
): Promise<TestStore> {
  const client = clientAt(endpoints.dynamodb);
  const signer = objectSigner(testClient(endpoints.dynamodb));
  const sqs = new SQSClient({ endpoint: endpoints.sqs, region, credentials, useQueueUrlAsEndpoint: false });
  const prefix = `t${process.pid}-${Math.random().toString(36).slice(2, 10)}`;
  const names = Object.entries(tables).map(([name, table]) => [name, `${prefix}-${name}`, table] as const);
  await createTables(client, prefix);
  const urls: Record<string, string> = {};
  for (const queue of Object.keys(queues)) {
    const { QueueUrl } = await sqs.send(new CreateQueueCommand({ QueueName: `${prefix}-${queue}` }));
    urls[queue] = String(QueueUrl);
  }
  let instant = now;
  return {
    services: {
      database: {
        client,
        tableNames: Object.fromEntries(names.map(([name, real]) => [name, real])) as Record<TableName, string>,
      },
      objects: {
        signer,
        address: endpoints.s3 === undefined ? '' : `${endpoints.s3}/${testBucket}`,
      },
      // Whoever needs it brings a bucket that nobody else uses.
      checkpoints: { signer, address: '' },
      queues: { client: sqs, urls: urls as Record<QueueName, string> },
      institutionsSeen: new Map(),
      namesKept: new Map(),
      newId,
      now: () => instant,
      log: silent,
    },
    setNow: (next) => {
      instant = next;
    },
  };
}

/** Every table of the system under names that begin with a prefix. */
export async function createTables(client: DynamoDBClient, prefix: string): Promise<void> {
  const names = Object.keys(tables) as readonly TableName[];
  const inputs = names.map((name) => tableInput(prefix, name));
  await Promise.all(inputs.map((input) => client.send(new CreateTableCommand(input))));
}

function tableInput(prefix: string, name: TableName): CreateTableCommandInput {
  const table: TableDefinition = tables[name];
  const attributes = new Map<string, ScalarAttributeType>([[table.partitionKey, 'S']]);
  if (table.sortKey) attributes.set(table.sortKey, table.sortKeyType === 'number' ? 'N' : 'S');
  const indexes = Object.entries(indexesOf(name)).map(([IndexName, { partitionKey, sortKey }]) => {
    for (const name of [partitionKey, sortKey]) if (!attributes.has(name)) attributes.set(name, 'S');
    return {
      IndexName,
      KeySchema: keySchema(partitionKey, sortKey),
      Projection: { ProjectionType: 'KEYS_ONLY' as const },
    };
  });
  return {
    TableName: `${prefix}-${name}`,
    BillingMode: 'PAY_PER_REQUEST',
    KeySchema: keySchema(table.partitionKey, table.sortKey),
    AttributeDefinitions: [...attributes].map(([AttributeName, AttributeType]) => ({ AttributeName, AttributeType })),
    ...(indexes.length > 0 && { GlobalSecondaryIndexes: indexes }),
  };
}

const keySchema = (partitionKey: string, sortKey: string | undefined) => [
  { AttributeName: partitionKey, KeyType: 'HASH' as const },
  ...(sortKey ? [{ AttributeName: sortKey, KeyType: 'RANGE' as const }] : []),
];
