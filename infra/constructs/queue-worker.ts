import { Duration } from 'aws-cdk-lib';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { claimHoldsLine, itemIsHeld, rowNotWritten } from '../../shared/domain/alarm.ts';
import type { WorkerDefinition } from '../background.ts';
import { loggedMetric } from './logged-metric.ts';
import { personAlarm } from './person-alarm.ts';
import { ServiceFunction } from './service-function.ts';
import type { Surroundings } from './surroundings.ts';

export interface WorkQueueProps {
  readonly definition: WorkerDefinition;
  readonly topic: ITopic;
}

/** A queue, its dead-letter queue, and the alarms that call a person when a message ends there or grows old. */
export class WorkQueue extends Construct {
  readonly queue: Queue;
  readonly deadLetters: Queue;

  constructor(scope: Construct, id: string, { definition, topic }: WorkQueueProps) {
    super(scope, id);
    const { queue: name, timeoutSeconds } = definition;
    // SQS's own key: a message is a doorbell and names nothing but a job.
    this.deadLetters = new Queue(this, 'DeadLetters', {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    });
    this.queue = new Queue(this, 'Queue', {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      // AWS asks for six times the function's timeout, so that a throttled batch can be tried again.
      visibilityTimeout: Duration.seconds(timeoutSeconds * 6),
      deadLetterQueue: { queue: this.deadLetters, maxReceiveCount: 5 },
    });
    const period = Duration.minutes(1);
    personAlarm(this, 'DeadLetterAlarm', {
      topic,
      metric: this.deadLetters.metricApproximateNumberOfMessagesVisible({ period, statistic: 'Maximum' }),
      says: `A message of the queue ${name} failed five times`,
      section: 'dead-letters',
    });
    personAlarm(this, 'AgeAlarm', {
      topic,
      metric: this.queue.metricApproximateAgeOfOldestMessage({ period, statistic: 'Maximum' }),
      threshold: timeoutSeconds * 6 + 300,
      periods: 5,
      says: `The oldest message of the queue ${name} has waited longer than a whole try and five minutes`,
      section: 'messages-that-grow-old',
    });
  }
}

export interface QueueWorkerProps extends Surroundings, WorkQueueProps {
  readonly queue: Queue;
}

/** The function that drains a queue. A message that fails is delivered again by itself, not with its batch. */
export class QueueWorker extends Construct {
  readonly worker: ServiceFunction;

  constructor(scope: Construct, id: string, { definition, queue, topic, ...surroundings }: QueueWorkerProps) {
    super(scope, id);
    const { queue: name } = definition;
    this.worker = new ServiceFunction(this, 'Worker', {
      ...surroundings,
      entry: definition.entry,
      description: `Drains the queue ${name}`,
      timeoutSeconds: definition.timeoutSeconds,
    });
    this.worker.function.addEventSource(
      new SqsEventSource(queue, {
        batchSize: definition.batchSize,
        maxConcurrency: definition.concurrencyMax,
        reportBatchItemFailures: true,
      }),
    );
    const period = Duration.minutes(5);
    const { logGroup, function: workerFunction } = this.worker;
    personAlarm(this, 'ErrorsAlarm', {
      topic,
      metric: workerFunction.metricErrors({ period }),
      threshold: 3,
      says: `The worker of the queue ${name} ended with errors`,
      section: 'a-worker-fails',
    });
    personAlarm(this, 'HeldLineAlarm', {
      topic,
      metric: loggedMetric(this, 'HeldLine', {
        logGroup,
        words: claimHoldsLine,
        name: `${name}-held-lines`,
        statistic: 'Sum',
        period,
      }),
      says: 'A claim has failed five times and holds its line',
      section: 'a-claim-holds-its-line',
    });
    if (name === 'conference') {
      const words = { words: itemIsHeld, name: `${name}-held-items` };
      personAlarm(this, 'HeldItemAlarm', {
        topic,
        metric: loggedMetric(this, 'HeldItem', { logGroup, ...words, statistic: 'Sum', period }),
        says: 'An item of a resolution could not be carried out five times',
        section: 'an-item-is-held',
      });
    }
    if (name === 'list') {
      const words = { words: rowNotWritten, name: `${name}-rows-not-written` };
      personAlarm(this, 'RowNotWrittenAlarm', {
        topic,
        metric: loggedMetric(this, 'RowNotWritten', { logGroup, ...words, statistic: 'Sum', period }),
        says: 'An import went past a row or a revocation that cannot be written',
        section: 'a-row-cannot-be-written',
      });
    }
  }
}
