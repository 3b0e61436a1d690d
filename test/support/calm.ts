import { SQSClient } from '@aws-sdk/client-sqs';
import { inject } from 'vitest';
import type { Services } from '../../shared/operations/services.ts';
import { testCredentials as credentials } from './objects.ts';
import { anotherClient } from './store.ts';

/** The same store by clients of their own, that nothing befalls while faults are armed on the others. */
export function calmly(services: Services): Services {
  const sqs = { endpoint: inject('sqsEndpoint'), region: 'us-east-1', credentials, useQueueUrlAsEndpoint: false };
  return {
    ...services,
    database: { ...services.database, client: anotherClient(services) },
    queues: { ...services.queues, client: new SQSClient(sqs) },
  };
}
