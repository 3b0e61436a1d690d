import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SQSClient } from '@aws-sdk/client-sqs';
import { inject } from 'vitest';
import type { Services } from '../../shared/operations/services.ts';
import { testCredentials as credentials } from './objects.ts';

const region = 'us-east-1';

/** The same store by clients of their own, that nothing befalls while faults are armed on the others. */
export function calmly(services: Services): Services {
  const client = new DynamoDBClient({ endpoint: inject('dynamodbEndpoint'), region, credentials });
  const sqs = new SQSClient({ endpoint: inject('sqsEndpoint'), region, credentials, useQueueUrlAsEndpoint: false });
  return {
    ...services,
    database: { ...services.database, client },
    queues: { ...services.queues, client: sqs },
  };
}
