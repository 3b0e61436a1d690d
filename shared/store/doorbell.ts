import { SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { Job, QueueName } from './outbox.ts';

export interface Queues {
  readonly client: SQSClient;
  readonly urls: Readonly<Record<QueueName, string>>;
}

/** What a worker is told: which job of the outbox to look at, and its message. */
export interface Doorbell {
  readonly schemaVersion: 1;
  readonly jobId: string;
  readonly message: object;
}

/** Rings for a job. A ring that gets lost is rung again by the sweeper, because the job stays in the outbox. */
export async function ring({ client, urls }: Queues, { jobId, queue, message }: Job): Promise<void> {
  const doorbell: Doorbell = { schemaVersion: 1, jobId, message };
  await client.send(new SendMessageCommand({ QueueUrl: urls[queue], MessageBody: JSON.stringify(doorbell) }));
}

/**
 * Reads a message of a queue. One of a newer form than this version's is left in the queue for the version that knows it;
 * one of before messages had a version is of the first form.
 */
export function readDoorbell(text: string): Doorbell {
  const { schemaVersion = 1, ...rest } = JSON.parse(text) as Omit<Doorbell, 'schemaVersion'> & {
    schemaVersion?: number;
  };
  if (schemaVersion !== 1) throw new Error(`a message has the form ${schemaVersion}; this version reads form 1`);
  return { schemaVersion, ...rest };
}
