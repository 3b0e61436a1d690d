import { CreateQueueCommand, GetQueueAttributesCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { LocalQueue } from '../template/scope.ts';
import type { QueueModel } from '../template/stores.ts';

/** Makes the queues in the given order (dead letters before what they serve) and returns their addresses by logical id. */
export async function makeQueues(
  client: SQSClient,
  queues: readonly QueueModel[],
  prefix: string,
): Promise<ReadonlyMap<string, LocalQueue>> {
  const made = new Map<string, LocalQueue>();
  for (const { name, visibilityTimeoutSeconds, redrive } of queues) {
    const deadLetters = redrive && made.get(redrive.deadLetters);
    const { QueueUrl: url = '' } = await client.send(
      new CreateQueueCommand({
        QueueName: prefix + name,
        Attributes: {
          VisibilityTimeout: String(visibilityTimeoutSeconds),
          ...(deadLetters && {
            RedrivePolicy: JSON.stringify({
              deadLetterTargetArn: deadLetters.arn,
              maxReceiveCount: redrive.receivesMax,
            }),
          }),
        },
      }),
    );
    const { Attributes } = await client.send(
      new GetQueueAttributesCommand({ QueueUrl: url, AttributeNames: ['QueueArn'] }),
    );
    made.set(name, { url, arn: Attributes?.QueueArn ?? '' });
  }
  return made;
}
