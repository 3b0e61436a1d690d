import middy from '@middy/core';
import type { Context } from 'aws-lambda';
import { servicesUntil } from '../operations/deadline.ts';
import type { Services } from '../operations/services.ts';
import { jobDone } from './job-words.ts';
import { deadlineOf, untilLambdaEndsIt } from './lambda-time.ts';
import { liveServices } from './services.ts';

/** What the schedule sends. */
export interface JobEvent {
  readonly job: string;
  /** Only to go on with what an earlier invocation left unfinished. */
  readonly goOn?: boolean;
}

/** What a job did, in plain figures. */
export type JobReport = Readonly<Record<string, string | number | boolean | null>>;

/** What a job's operation may rely on beside its services and its one instant. */
export interface JobContext {
  readonly goOn: boolean;
  /** Whether there is still time to begin another step. */
  readonly hasTime: () => boolean;
}

/** Time that a job leaves unused, so that what it has begun is finished before Lambda ends it. */
const reserveMs = 10_000;

/**
 * Makes a Lambda handler of an operation: the one chain of all scheduled jobs. What it did is logged; what it throws
 * makes Lambda try again, so every job is repeatable without effect.
 */
export const job = (name: string, act: (services: Services, at: string, context: JobContext) => Promise<JobReport>) =>
  middy<JobEvent, JobReport, Error, Context>(untilLambdaEndsIt).handler(async (event, context) => {
    const services = servicesUntil(liveServices(), deadlineOf(context));
    const hasTime = (): boolean => context.getRemainingTimeInMillis() > reserveMs;
    const report = await act(services, services.now(), { goOn: event.goOn === true, hasTime });
    services.log.info(jobDone(name), report);
    return report;
  });
