import { GetQueueAttributesCommand, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { type Consumer, failedIds, startConsumer } from '../../infra/local/background/consumer.ts';
import { makeQueues } from '../../infra/local/emulators/make-queues.ts';
import { type SqsEmulator, startSqs } from '../../infra/local/emulators/sqs.ts';
import type { LocalQueue } from '../../infra/local/template/scope.ts';

interface Batch {
  readonly Records: readonly { readonly messageId: string; readonly body: string; readonly eventSourceARN: string }[];
}

let emulator: SqsEmulator;
let client: SQSClient;
const consumers: Consumer[] = [];

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
afterEach(async () => {
  for (const consumer of consumers.splice(0)) await consumer.stop();
});
afterAll(async () => {
  client.destroy();
  await emulator.stop();
});

/** A queue with dead letters after two failures, drained by a function of the test. */
async function queueFor(name: string, work: (batch: Batch) => Promise<unknown>, batchSize = 1, concurrencyMax = 2) {
  const queues = await makeQueues(
    client,
    [
      { name: `${name}-dead`, visibilityTimeoutSeconds: 30, redrive: null },
      { name, visibilityTimeoutSeconds: 1, redrive: { deadLetters: `${name}-dead`, receivesMax: 2 } },
    ],
    '',
  );
  const [dead, queue] = [queues.get(`${name}-dead`), queues.get(name)];
  if (!dead || !queue) throw new Error('The queues were not made');
  const source = { queueArn: queue.arn, functionName: name, batchSize, concurrencyMax, partialResponse: true };
  const consumer = startConsumer(client, source, queue, 'us-east-1', { call: (_, event) => work(event as Batch) });
  consumers.push(consumer);
  const send = (body: string) => client.send(new SendMessageCommand({ QueueUrl: queue.url, MessageBody: body }));
  return { queue, dead, consumer, send };
}

async function waiting(queue: LocalQueue): Promise<number> {
  const AttributeNames = ['ApproximateNumberOfMessages' as const];
  const { Attributes } = await client.send(new GetQueueAttributesCommand({ QueueUrl: queue.url, AttributeNames }));
  return Number(Attributes?.ApproximateNumberOfMessages);
}

test('a message reaches its function as Lambda would send it, and is gone when the function is done', async () => {
  const seen: Batch[] = [];
  const { queue, consumer, send } = await queueFor('plain', async (batch) => {
    seen.push(batch);
    return { batchItemFailures: [] };
  });
  await send('one');
  await vi.waitFor(() => expect(seen).toHaveLength(1));
  expect(seen[0]?.Records[0]).toMatchObject({ body: 'one', eventSource: 'aws:sqs', eventSourceARN: queue.arn });
  await vi.waitFor(async () => expect(await consumer.isIdle()).toBe(true));
});

test('only what failed is delivered again, and ends with the dead letters', { timeout: 15_000 }, async () => {
  const bodies: string[] = [];
  const { dead, send } = await queueFor(
    'partly',
    async ({ Records }) => {
      bodies.push(...Records.map(({ body }) => body));
      return {
        batchItemFailures: Records.filter(({ body }) => body === 'bad').map(({ messageId }) => ({
          itemIdentifier: messageId,
        })),
      };
    },
    10,
  );
  await Promise.all([send('good'), send('bad')]);
  await vi.waitFor(async () => expect(await waiting(dead)).toBe(1), { timeout: 10_000 });
  expect(bodies.filter((body) => body === 'good')).toHaveLength(1);
  expect(bodies.filter((body) => body === 'bad')).toHaveLength(2);
});

test('no more batches run at once than the template allows, and it is not idle meanwhile', async () => {
  let running = 0;
  let most = 0;
  let done = 0;
  const { consumer, send } = await queueFor('bounded', async () => {
    running += 1;
    most = Math.max(most, running);
    await new Promise((resolve) => setTimeout(resolve, 30));
    running -= 1;
    done += 1;
    return undefined;
  });
  await Promise.all(Array.from({ length: 8 }, (_, index) => send(String(index))));
  expect(await consumer.isIdle()).toBe(false);
  await vi.waitFor(() => expect(done).toBe(8), { timeout: 5_000 });
  expect(most).toBe(2);
});

test('a failure without a name gives the whole batch back, as Lambda reads it', () => {
  expect(failedIds({ batchItemFailures: [{ itemIdentifier: '' }] }, true)).toBe('all');
  expect(failedIds({ batchItemFailures: [{ itemIdentifier: 'a' }] }, true)).toEqual(new Set(['a']));
  expect(failedIds({ batchItemFailures: [{ itemIdentifier: 'a' }] }, false)).toEqual(new Set());
  expect(failedIds(undefined, true)).toEqual(new Set());
});
