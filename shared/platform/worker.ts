import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
import middy from '@middy/core';
import type { Context, SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import { servicesUntil } from '../operations/deadline.ts';
import type { Services } from '../operations/services.ts';
import { type Doorbell, readDoorbell } from '../store/doorbell.ts';
import { deadlineOf, untilLambdaEndsIt } from './lambda-time.ts';
import { liveServices } from './services.ts';

/** Time that a worker leaves unused, so that what it has begun is finished before Lambda ends it. */
const reserveMs = 10_000;

/** What a worker's operation may rely on. */
export interface WorkerContext {
  /** The delivery's one instant. */
  readonly at: string;
  /** Whether there is still time to begin another step. */
  readonly hasTime: () => boolean;
}

/**
 * Makes a Lambda handler of an operation: the one chain of all queue workers. A record whose operation throws is left
 * in the queue alone; the others of its batch are done.
 */
export const worker = (
  name: string,
  act: (services: Services, doorbell: Doorbell, context: WorkerContext) => Promise<void>,
) =>
  middy<SQSEvent, SQSBatchResponse, Error, Context>(untilLambdaEndsIt).handler(async (event, context) => {
    const services = servicesUntil(liveServices(), deadlineOf(context));
    const processor = new BatchProcessor(EventType.SQS);
    const hasTime = (): boolean => context.getRemainingTimeInMillis() > reserveMs;
    const onRecord = async (record: SQSRecord): Promise<void> => {
      try {
        await act(services, readDoorbell(record.body), { at: services.now(), hasTime });
      } catch (error) {
        services.log.error(`worker ${name} failed`, { messageId: record.messageId, error: String(error) });
        throw error;
      }
    };
    return processPartialResponse(event, onRecord, processor, { context, throwOnFullBatchFailure: false });
  });
