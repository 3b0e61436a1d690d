import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SQSClient } from '@aws-sdk/client-sqs';
import { SignatureV4 } from '@smithy/signature-v4';
import type { Services } from '../operations/services.ts';
import { type Config, parseConfig } from './config.ts';
import { newId } from './ids.ts';
import { liveLog } from './log.ts';

/**
 * How long one call may take before it counts as unanswered. A command writes for 20 seconds at most; its last transaction
 * and one ring end before the 28.5 seconds after which the endpoint answers for it (decisions/0046).
 */
const patience = { connectionTimeout: 1_000, requestTimeout: 5_000, throwOnRequestTimeout: true };
const ringPatience = { connectionTimeout: 1_000, requestTimeout: 1_500, throwOnRequestTimeout: true };

/** The services that a configuration describes. The system's one clock is the process's own. */
export function createServices(config: Config): Services {
  const { tableNames, queueUrls, dynamodbEndpoint, sqsEndpoint, documentsAddress, checkpointsAddress } = config;
  const dynamodb = new DynamoDBClient({
    requestHandler: patience,
    // The store tries again itself, reading the key first: two layers of it would multiply.
    maxAttempts: 1,
    cacheMiddleware: true,
    ...(dynamodbEndpoint && { endpoint: dynamodbEndpoint }),
  });
  const sqs = new SQSClient({
    requestHandler: ringPatience,
    // Nobody else tries a ring again before the sweeper: once, as a connection may have ended while the process was frozen.
    maxAttempts: 2,
    cacheMiddleware: true,
    ...(sqsEndpoint && { endpoint: sqsEndpoint, useQueueUrlAsEndpoint: false }),
  });
  // It copies every input and output for a logger that nobody set: a tenth of a call's time, measured.
  for (const client of [dynamodb, sqs]) client.middlewareStack.remove('loggerMiddleware');
  const signer = objectSigner(dynamodb);
  return {
    database: { client: dynamodb, tableNames },
    queues: { client: sqs, urls: queueUrls },
    objects: { signer, address: documentsAddress },
    checkpoints: { signer, address: checkpointsAddress },
    institutionsSeen: new Map(),
    namesKept: new Map(),
    newId,
    now: () => new Date().toISOString(),
    log: liveLog(),
  };
}

/**
 * Signs for the object store as the SDK signs for DynamoDB, with the same credentials. The whole S3 client would weigh more
 * than a function may carry, for two calls and two signed addresses.
 */
export const objectSigner = ({ config: { credentials, region, sha256 } }: DynamoDBClient): SignatureV4 =>
  new SignatureV4({ credentials, region, sha256, service: 's3', uriEscapePath: false });

let services: Services | undefined;

/** The services of this process, made from its environment once. */
export function liveServices(): Services {
  services ??= createServices(parseConfig(process.env));
  return services;
}
