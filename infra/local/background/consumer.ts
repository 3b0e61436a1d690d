import { setTimeout as sleep } from 'node:timers/promises';
import {
  DeleteMessageBatchCommand,
  GetQueueAttributesCommand,
  type Message,
  ReceiveMessageCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs';
import type { SourceModel } from '../template/background.ts';
import type { LocalQueue } from '../template/scope.ts';
import type { ThreadPool } from '../threads/pool.ts';

export interface Consumer {
  /** Whether no message waits to be received and none is being worked on. */
  isIdle(): Promise<boolean>;
  /** Takes no more messages and waits for those being worked on. */
  stop(): Promise<void>;
}

const waitSeconds = 20;
const pauseAfterFailureMs = 500;
/** SQS takes at most ten messages a call. */
const receiveMax = 10;

/**
 * Feeds a function from its queue as Lambda's event source mapping does: long polling, batches, a bound on how many run at
 * once, and only what succeeded is deleted. What failed comes back when its visibility ends, and ends with the dead
 * letters.
 */
export function startConsumer(
  client: SQSClient,
  source: SourceModel,
  queue: LocalQueue,
  region: string,
  pool: Pick<ThreadPool, 'call'>,
): Consumer {
  const stopping = new AbortController();
  const running = new Set<Promise<void>>();
  let receiving = false;

  const poll = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      if (running.size >= source.concurrencyMax) {
        await Promise.race(running);
        continue;
      }
      const messages = await receive();
      if (messages.length === 0) continue;
      const work = handle(messages).finally(() => running.delete(work));
      running.add(work);
      receiving = false;
    }
  };

  const receive = async (): Promise<readonly Message[]> => {
    try {
      const { Messages = [] } = await client.send(
        new ReceiveMessageCommand({
          QueueUrl: queue.url,
          MaxNumberOfMessages: Math.min(source.batchSize, receiveMax),
          WaitTimeSeconds: waitSeconds,
          MessageSystemAttributeNames: ['All'],
          MessageAttributeNames: ['All'],
        }),
        { abortSignal: stopping.signal },
      );
      // Between the receipt and the work's start the queue looks empty and we look idle.
      receiving = Messages.length > 0;
      return Messages;
    } catch (error) {
      if (stopping.signal.aborted) return [];
      console.error(`Receiving from ${queue.url} failed: ${messageOf(error)}`);
      await sleep(pauseAfterFailureMs);
      return [];
    }
  };

  const handle = async (messages: readonly Message[]): Promise<void> => {
    try {
      const event = { Records: messages.map((message) => recordOf(message, queue.arn, region)) };
      const failed = failedIds(await pool.call(source.functionName, event), source.partialResponse);
      if (failed === 'all') return;
      const done = messages.filter(({ MessageId = '' }) => !failed.has(MessageId));
      if (done.length === 0) return;
      const Entries = done.map(({ ReceiptHandle }, index) => ({ Id: String(index), ReceiptHandle }));
      await client.send(new DeleteMessageBatchCommand({ QueueUrl: queue.url, Entries }));
    } catch (error) {
      console.error(`A batch from ${queue.url} failed: ${messageOf(error)}`);
    }
  };

  const polling = poll();
  return {
    isIdle: async () => {
      if (running.size > 0 || receiving) return false;
      const { Attributes } = await client.send(
        new GetQueueAttributesCommand({ QueueUrl: queue.url, AttributeNames: ['ApproximateNumberOfMessages'] }),
      );
      return Attributes?.ApproximateNumberOfMessages === '0' && running.size === 0 && !receiving;
    },
    stop: async () => {
      stopping.abort();
      await polling;
      await Promise.all(running);
    },
  };
}

function recordOf(message: Message, queueArn: string, region: string): object {
  return {
    messageId: message.MessageId,
    receiptHandle: message.ReceiptHandle,
    body: message.Body,
    attributes: message.Attributes ?? {},
    messageAttributes: Object.fromEntries(
      Object.entries(message.MessageAttributes ?? {}).map(([name, { StringValue, DataType }]) => [
        name,
        { stringValue: StringValue, dataType: DataType },
      ]),
    ),
    md5OfBody: message.MD5OfBody,
    eventSource: 'aws:sqs',
    eventSourceARN: queueArn,
    awsRegion: region,
  };
}

/** The messages that a worker gave back; `all` when it gave one that has no name, as Lambda reads it. */
export function failedIds(result: unknown, partialResponse: boolean): ReadonlySet<string> | 'all' {
  if (!partialResponse || typeof result !== 'object' || result === null) return new Set();
  const { batchItemFailures = [] } = result as {
    readonly batchItemFailures?: readonly { readonly itemIdentifier?: string }[];
  };
  const ids = batchItemFailures.map(({ itemIdentifier }) => itemIdentifier ?? '');
  return ids.includes('') ? 'all' : new Set(ids);
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
