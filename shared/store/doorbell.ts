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
