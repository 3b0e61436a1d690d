import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SQSClient } from '@aws-sdk/client-sqs';
import { builtInPolicies } from '../domain/built-in-policies.ts';
import type { Services } from '../operations/services.ts';
import { type Config, parseConfig } from './config.ts';
import { newId } from './ids.ts';
import { liveLog } from './log.ts';

/** How long one call may take before it counts as unanswered: well within the gateway's own 30 seconds. */
const patience = { connectionTimeout: 1_000, requestTimeout: 5_000, throwOnRequestTimeout: true };

/** The services that a configuration describes. The system's one clock is the process's own. */
export function createServices(config: Config): Services {
  const { tableNames, queueUrls, dynamodbEndpoint, sqsEndpoint } = config;
  return {
    database: {
      client: new DynamoDBClient({ requestHandler: patience, ...(dynamodbEndpoint && { endpoint: dynamodbEndpoint }) }),
      tableNames,
    },
    queues: {
      client: new SQSClient({
        requestHandler: patience,
        ...(sqsEndpoint && { endpoint: sqsEndpoint, useQueueUrlAsEndpoint: false }),
      }),
      urls: queueUrls,
    },
    policyBook: builtInPolicies,
    newId,
    now: () => new Date().toISOString(),
    log: liveLog(),
  };
}

let services: Services | undefined;

/** The services of this process, made from its environment once. */
export function liveServices(): Services {
  services ??= createServices(parseConfig(process.env));
  return services;
}
