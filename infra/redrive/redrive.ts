import {
  ChangeMessageVisibilityCommand,
  DeleteMessageCommand,
  type Message,
  ReceiveMessageCommand,
  SendMessageCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs';
import { readDoorbell } from '../../shared/store/doorbell.ts';

export interface RedriveOptions {
  readonly deadLettersUrl: string;
  readonly queueUrl: string;
  /** Only tells what it would send. */
  readonly dryRun: boolean;
  /** Told of each message: what it says and how often it was received. */
  readonly say: (line: string) => void;
  /** Whether the work of a job is done, so that its letter is dropped; every letter is sent by default. */
  readonly isDone?: (jobId: string) => Promise<boolean>;
  /** Messages that are moved, at most. */
  readonly messagesMax?: number;
}

export interface RedriveReport {
  readonly seen: number;
  readonly sent: number;
  /** Letters of jobs that are done. */
  readonly dropped: number;
}

/** How long a message that is looked at stays hidden from others who look. */
const hiddenSeconds = 30;

/**
 * Sends the dead letters of a queue to it again, one by one: received, sent, and only then deleted, so that a crash in
 * between doubles a message and loses none; a message is a doorbell, and one too many does nothing. A letter of a job that
 * is done is only deleted: each ring of a job that failed for long has left one.
 *
 * A dry run receives every message, tells it, and lets it be seen again at once.
 */
export async function redrive(client: SQSClient, options: RedriveOptions): Promise<RedriveReport> {
  const { deadLettersUrl: QueueUrl, queueUrl, dryRun, say, messagesMax = 10_000 } = options;
  const isDone = options.isDone ?? (async () => false);
  const seen = new Map<string, Message>();
  let sent = 0;
  let dropped = 0;
  while (seen.size < messagesMax) {
    const { Messages = [] } = await client.send(
      new ReceiveMessageCommand({
        QueueUrl,
        MaxNumberOfMessages: Math.min(10, messagesMax - seen.size),
        VisibilityTimeout: hiddenSeconds,
        WaitTimeSeconds: 1,
        MessageSystemAttributeNames: ['ApproximateReceiveCount', 'SentTimestamp'],
      }),
    );
    const fresh = Messages.filter(({ MessageId = '' }) => !seen.has(MessageId));
    if (fresh.length === 0) break;
    for (const message of fresh) {
      seen.set(message.MessageId ?? '', message);
      const jobId = jobIdOf(message);
      const isGone = jobId !== null && (await isDone(jobId));
      say(`${lineOf(message)}${isGone ? ' (its job is done: dropped)' : ''}`);
      if (isGone) dropped += 1;
      if (dryRun) continue;
      if (!isGone) {
        await client.send(new SendMessageCommand({ QueueUrl: queueUrl, MessageBody: message.Body ?? '' }));
        sent += 1;
      }
      await client.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle: message.ReceiptHandle }));
    }
  }
  if (dryRun) {
    for (const { ReceiptHandle } of seen.values()) {
      await client.send(new ChangeMessageVisibilityCommand({ QueueUrl, ReceiptHandle, VisibilityTimeout: 0 }));
    }
  }
  return { seen: seen.size, sent, dropped };
}

/** The job that a letter rings for; null where it is no doorbell, which is left to its worker to say. */
function jobIdOf({ Body = '' }: Message): string | null {
  try {
    return readDoorbell(Body).jobId;
  } catch (error) {
    if (error instanceof Error) return null;
    throw error;
  }
}

const lineOf = ({ MessageId, Body, Attributes }: Message): string =>
  `${MessageId} sent ${new Date(Number(Attributes?.SentTimestamp)).toISOString()}: ${Body}`;
