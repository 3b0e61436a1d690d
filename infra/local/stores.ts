import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SQSClient } from '@aws-sdk/client-sqs';
import type { SignatureV4 } from '@smithy/signature-v4';
import { objectSigner } from '../../shared/platform/services.ts';
import type { Cleanup } from './cleanup.ts';
import type { DataFolder } from './data-folder.ts';
import { startDynamodb } from './emulators/dynamodb.ts';
import { makeQueues } from './emulators/make-queues.ts';
import { makeTables } from './emulators/make-tables.ts';
import { startSqs } from './emulators/sqs.ts';
import { objectsRoot } from './front.ts';
import { makeBuckets } from './objects/make-buckets.ts';
import type { Surroundings } from './surroundings.ts';
import type { Assembly } from './template/assembly.ts';
import type { LocalQueue } from './template/scope.ts';
import { bucketsOf, queuesOf, tablesOf } from './template/stores.ts';

/** Where data and messages are on this machine. */
export interface Stores extends Surroundings {
  readonly dynamodb: DynamoDBClient;
  readonly sqs: SQSClient;
  readonly queues: ReadonlyMap<string, LocalQueue>;
  /** Signs for the object store. */
  readonly signer: SignatureV4;
  /** The buckets that are ours to serve; none where the environment names another store. */
  readonly ownBuckets: readonly string[];
  /** Stands before every table's name. */
  readonly tablePrefix: string;
  /** Stands before every bucket's name. */
  readonly bucketPrefix: string;
}

const region = 'us-east-1';

/**
 * Starts the emulators, or takes the servers that the environment names, and makes the template's tables, queues and
 * buckets. The object store is served at our own address, so that an upload's address outlives a restart.
 */
export async function openStores(
  assembly: Assembly,
  folder: DataFolder,
  url: string,
  cleanup: Cleanup,
  onBroken: (reason: string) => void,
): Promise<Stores> {
  const { DYNAMODB_ENDPOINT: givenDynamodb, SQS_ENDPOINT: givenSqs, S3_ENDPOINT: givenS3 } = process.env;
  const start = async <E extends { endpoint: string; stop(): Promise<void> }>(
    emulator: Promise<E>,
  ): Promise<string> => {
    const { endpoint, stop } = await emulator;
    cleanup.add(stop);
    return endpoint;
  };
  const [dynamodbEndpoint, sqsEndpoint] = await Promise.all([
    givenDynamodb || start(startDynamodb(folder.path, onBroken)),
    givenSqs || start(startSqs(region)),
  ]);
  const credentials = {
    accessKeyId: process.env.AWS_ACCESS_KEY_ID ?? 'local',
    secretAccessKey: process.env.AWS_SECRET_ACCESS_KEY ?? 'local',
  };
  const dynamodb = new DynamoDBClient({ region, credentials, endpoint: dynamodbEndpoint });
  const sqs = new SQSClient({ region, credentials, endpoint: sqsEndpoint, useQueueUrlAsEndpoint: false });
  cleanup.add(() => dynamodb.destroy());
  cleanup.add(() => sqs.destroy());

  // A server outside may keep several folders' tables side by side. Only its own names get the prefix: a folder that is
  // started with another queue server must find the tables that it has.
  const prefixAt = (given: string | undefined): string => (given ? `local-${folder.instance}-` : '');
  const tablePrefix = prefixAt(givenDynamodb);
  const bucketPrefix = prefixAt(givenS3);
  const signer = objectSigner(dynamodb);
  const buckets = bucketsOf(assembly, bucketPrefix);
  const [, queues] = await Promise.all([
    makeTables(dynamodb, tablesOf(assembly, tablePrefix), Boolean(givenDynamodb)),
    makeQueues(sqs, queuesOf(assembly), prefixAt(givenSqs)),
    givenS3 ? makeBuckets({ signer, address: givenS3 }, buckets) : null,
  ]);
  const s3Endpoint = givenS3 || url + objectsRoot;
  const ownBuckets = givenS3 ? [] : buckets;
  const endpoints = { dynamodbEndpoint, sqsEndpoint, s3Endpoint };
  return { region, ...endpoints, dynamodb, sqs, queues, signer, ownBuckets, tablePrefix, bucketPrefix };
}
