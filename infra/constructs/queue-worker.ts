import { Duration } from 'aws-cdk-lib';
import { type Alarm, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { WorkerDefinition } from '../background.ts';
import { ServiceFunction, type ServiceFunctionProps } from './service-function.ts';

/** A queue, its dead-letter queue, and the alarm that calls a person when a message ends there. */
export class WorkQueue extends Construct {
  readonly queue: Queue;
  readonly deadLetterAlarm: Alarm;

  constructor(scope: Construct, id: string, timeoutSeconds: number) {
    super(scope, id);
    const deadLetters = new Queue(this, 'DeadLetters', {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    });
    this.queue = new Queue(this, 'Queue', {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      // AWS asks for six times the function's timeout, so that a throttled batch can be tried again.
      visibilityTimeout: Duration.seconds(timeoutSeconds * 6),
      deadLetterQueue: { queue: deadLetters, maxReceiveCount: 5 },
    });
    this.deadLetterAlarm = deadLetters
      .metricApproximateNumberOfMessagesVisible({ period: Duration.minutes(1) })
      .createAlarm(this, 'DeadLetterAlarm', {
        alarmDescription: 'A message failed five times. See infra/runbook.md#dead-letters.',
        threshold: 1,
        evaluationPeriods: 1,
        treatMissingData: TreatMissingData.NOT_BREACHING,
      });
  }
}

export interface QueueWorkerProps
  extends Omit<ServiceFunctionProps, 'entry' | 'description' | 'timeoutSeconds' | 'writes'> {
  readonly definition: WorkerDefinition;
  readonly queue: Queue;
}

/** The function that drains a queue. A message that fails is delivered again by itself, not with its batch. */
export class QueueWorker extends Construct {
  constructor(scope: Construct, id: string, { definition, queue, ...surroundings }: QueueWorkerProps) {
    super(scope, id);
    const worker = new ServiceFunction(this, 'Worker', {
      ...surroundings,
      entry: definition.entry,
      description: `Drains the queue ${definition.queue}`,
      timeoutSeconds: definition.timeoutSeconds,
      writes: true,
    });
    worker.function.addEventSource(
      new SqsEventSource(queue, {
        batchSize: definition.batchSize,
        maxConcurrency: definition.concurrencyMax,
        reportBatchItemFailures: true,
      }),
    );
  }
}
