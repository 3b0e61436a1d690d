import { join, resolve } from 'node:path';
import { DeleteMessageCommand, ReceiveMessageCommand } from '@aws-sdk/client-sqs';
import type { Context, SQSBatchResponse, SQSEvent } from 'aws-lambda';
import type { Services } from '../../shared/operations/services.ts';
import type { Doorbell } from '../../shared/store/doorbell.ts';
import type { QueueName } from '../../shared/store/outbox.ts';
import { recording } from './recording.ts';

const root = resolve(import.meta.dirname, '../..');

/** A call that has a minute left whenever it is asked. */
const unhurried = { getRemainingTimeInMillis: () => 60_000 } as Context;

/** A call that has time for some steps, and none for the next. It is first asked as it begins, before any step. */
export function hurried(steps: number): Context {
  let left = 1 + steps;
  const getRemainingTimeInMillis = (): number => {
    left -= 1;
    return left >= 0 ? 60_000 : 1_000;
  };
  return { getRemainingTimeInMillis } as Context;
}

/** A queue's function itself, called with messages as the queue delivers them; answers the messages that failed. */
export async function deliver(
  queue: QueueName,
  messages: readonly Doorbell[],
  context = unhurried,
): Promise<readonly string[]> {
  const entry = `functions/workers/${queue}.ts`;
  const { handler } = (await import(join(root, entry))) as {
    handler: (event: SQSEvent, context: Context) => Promise<SQSBatchResponse>;
  };
  const Records = messages.map((message, index) => ({ messageId: `m-${index}`, body: JSON.stringify(message) }));
  const { batchItemFailures } = await recording(entry, () => handler({ Records } as SQSEvent, context));
  return batchItemFailures.map(({ itemIdentifier }) => itemIdentifier);
}

/** A job of the night itself, called as the schedule does; answers its report. */
export async function runNight(job: string): Promise<object> {
  const entry = `functions/jobs/${job}.ts`;
  const { handler } = (await import(join(root, entry))) as {
    handler: (event: object, context: Context) => Promise<object>;
  };
  return recording(entry, () => handler({ job }, unhurried));
}

/** A step of a deployment itself, called as one machine does, or as CloudFormation does if an event is given. */
export async function runDeploymentStep(step: string, event: object = {}): Promise<object | null> {
  const entry = `functions/deployment/${step}.ts`;
  const { handler } = (await import(join(root, entry))) as {
    handler: (event: object, context: Context) => Promise<object | null>;
  };
  return recording(entry, () => handler(event, unhurried));
}

/** Takes all messages out of a queue. */
export async function takeMessages(
  { queues: { client, urls } }: Services,
  queue: QueueName,
): Promise<readonly Doorbell[]> {
  const QueueUrl = urls[queue];
  const taken: Doorbell[] = [];
  for (;;) {
    const { Messages = [] } = await client.send(new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10 }));
    if (Messages.length === 0) return taken;
    for (const { Body = '', ReceiptHandle } of Messages) {
      taken.push(JSON.parse(Body) as Doorbell);
      await client.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle }));
    }
  }
}
