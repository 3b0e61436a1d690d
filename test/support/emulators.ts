import { startSqs } from '../../infra/local/emulators/sqs.ts';
import { end, startDynamodb } from './dynamodb.ts';
import { openObjects } from './objects.ts';

export interface QueuesAndObjects {
  readonly sqsEndpoint: string;
  readonly s3Endpoint: string;
  stop(): Promise<void>;
}

export interface MemoryEmulators extends QueuesAndObjects {
  readonly dynamodbEndpoint: string;
}

/** Emulators that forget everything when they stop; `DYNAMODB_ENDPOINT`, `SQS_ENDPOINT` and `S3_ENDPOINT` name others in their place. */
export async function startMemoryEmulators(): Promise<MemoryEmulators> {
  const external = process.env.DYNAMODB_ENDPOINT;
  const dynamodb = external === undefined ? await startDynamodb() : null;
  const others = await startQueuesAndObjects();
  return {
    ...others,
    dynamodbEndpoint: dynamodb?.endpoint ?? external ?? '',
    stop: async () => {
      await others.stop();
      if (dynamodb) await end(dynamodb.child);
    },
  };
}

/** Those that a whole run shares. */
export async function startQueuesAndObjects(): Promise<QueuesAndObjects> {
  const sqs = process.env.SQS_ENDPOINT ?? (await startSqs('us-east-1'));
  const objects = await openObjects();
  return {
    s3Endpoint: objects.endpoint,
    sqsEndpoint: typeof sqs === 'string' ? sqs : sqs.endpoint,
    stop: async () => {
      await objects.stop();
      if (typeof sqs !== 'string') await sqs.stop();
    },
  };
}
