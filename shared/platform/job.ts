import middy from '@middy/core';
import type { Context } from 'aws-lambda';
import type { Services } from '../operations/services.ts';
import { liveServices } from './services.ts';

/** What the schedule sends. */
export interface JobEvent {
  readonly job: string;
}

/** What a job did, in plain figures. */
export type JobReport = Readonly<Record<string, string | number | boolean | null>>;

/**
 * Makes a Lambda handler of an operation: the one chain of all scheduled jobs. What it did is logged; what it throws
 * makes Lambda try again, so every job is repeatable without effect.
 */
export const job = (name: string, act: (services: Services, at: string) => Promise<JobReport>) =>
  middy<JobEvent, JobReport, Error, Context>().handler(async () => {
    const services = liveServices();
    const report = await act(services, services.now());
    services.log.info(`job ${name} done`, report);
    return report;
  });
