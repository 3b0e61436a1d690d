import {
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeQueues } from '../../infra/local/emulators/make-queues.ts';
import { type SqsEmulator, startSqs } from '../../infra/local/emulators/sqs.ts';
import { redrive } from '../../infra/redrive/redrive.ts';

let emulator: SqsEmulator;
let client: SQSClient;

beforeAll(async () => {
  emulator = await startSqs('us-east-1');
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  client = new SQSClient({
    region: 'us-east-1',
    endpoint: emulator.endpoint,
    useQueueUrlAsEndpoint: false,
    credentials,
  });
});
afterAll(async () => {
  client.destroy();
  await emulator.stop();
});

/** A queue with these dead letters. */
async function queuesWith(name: string, bodies: readonly string[]) {
  const queues = await makeQueues(
    client,
    [
      { name: `${name}-dead`, visibilityTimeoutSeconds: 30, redrive: null },
      { name, visibilityTimeoutSeconds: 30, redrive: { deadLetters: `${name}-dead`, receivesMax: 5 } },
    ],
    '',
  );
  const [deadLettersUrl = '', queueUrl = ''] = [queues.get(`${name}-dead`)?.url, queues.get(name)?.url];
  for (const MessageBody of bodies)
    await client.send(new SendMessageCommand({ QueueUrl: deadLettersUrl, MessageBody }));
  return { deadLettersUrl, queueUrl };
}

/** All that is in a queue, taken out of it. */
async function drained(QueueUrl: string): Promise<readonly string[]> {
  const found: string[] = [];
  for (;;) {
    const { Messages = [] } = await client.send(new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10 }));
    if (Messages.length === 0) return found.sort();
    for (const { Body = '', ReceiptHandle } of Messages) {
      found.push(Body);
      await client.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle }));
    }
  }
}

const bodies = Array.from({ length: 23 }, (_, index) => `{"jobId":"job-${String(index).padStart(2, '0')}"}`);

test('a dry run tells every dead letter and moves none', async () => {
  const { deadLettersUrl, queueUrl } = await queuesWith('dry', bodies);
  const lines: string[] = [];
  const report = await redrive(client, { deadLettersUrl, queueUrl, dryRun: true, say: (line) => lines.push(line) });
  expect(report).toEqual({ seen: 23, sent: 0, dropped: 0 });
  expect(lines.map((line) => line.slice(line.indexOf('{'))).sort()).toEqual(bodies);
  expect(await drained(queueUrl)).toEqual([]);
  expect(await drained(deadLettersUrl)).toEqual(bodies);
});

test('every dead letter is sent to its queue again, as it was, and is one no more', async () => {
  const { deadLettersUrl, queueUrl } = await queuesWith('real', bodies);
  const report = await redrive(client, { deadLettersUrl, queueUrl, dryRun: false, say: () => undefined });
  expect(report).toEqual({ seen: 23, sent: 23, dropped: 0 });
  expect(await drained(deadLettersUrl)).toEqual([]);
  expect(await drained(queueUrl)).toEqual(bodies);
});

test('a letter whose job is done is dropped, and only told by a dry run', async () => {
  const { deadLettersUrl, queueUrl } = await queuesWith('done', [...bodies.slice(0, 4), 'no doorbell']);
  const isDone = async (jobId: string) => jobId === 'job-01' || jobId === 'job-03';
  const lines: string[] = [];
  const options = { deadLettersUrl, queueUrl, isDone, say: (line: string) => lines.push(line) };
  expect(await redrive(client, { ...options, dryRun: true })).toEqual({ seen: 5, sent: 0, dropped: 2 });
  expect(lines.filter((line) => line.endsWith('dropped)'))).toHaveLength(2);
  expect(await redrive(client, { ...options, dryRun: false })).toEqual({ seen: 5, sent: 3, dropped: 2 });
  expect(await drained(deadLettersUrl)).toEqual([]);
  expect(await drained(queueUrl)).toEqual(['no doorbell', bodies[0], bodies[2]].sort());
});

test('no more are moved than is said', async () => {
  const { deadLettersUrl, queueUrl } = await queuesWith('few', bodies);
  const report = await redrive(client, {
    deadLettersUrl,
    queueUrl,
    dryRun: false,
    say: () => undefined,
    messagesMax: 12,
  });
  expect(report).toEqual({ seen: 12, sent: 12, dropped: 0 });
  expect(await drained(queueUrl)).toHaveLength(12);
  expect(await drained(deadLettersUrl)).toHaveLength(11);
});

test('a message that could not be sent stays a dead letter', async () => {
  const { deadLettersUrl, queueUrl } = await queuesWith('broken', bodies.slice(0, 1));
  const nowhere = { deadLettersUrl, queueUrl: `${queueUrl}-none`, dryRun: false, say: () => undefined };
  await expect(redrive(client, nowhere)).rejects.toThrow();
  const AttributeNames = ['ApproximateNumberOfMessagesNotVisible' as const];
  const asked = new GetQueueAttributesCommand({ QueueUrl: deadLettersUrl, AttributeNames });
  expect((await client.send(asked)).Attributes?.ApproximateNumberOfMessagesNotVisible).toBe('1');
});
