import type { Context } from 'aws-lambda';
import type { Deadline } from '../store/database.ts';

/**
 * How middy lets a worker or a job run out of time: not at all. Lambda ends the process then. Answered by middy a moment
 * earlier, the process would be frozen and would go on at a later call, with the instant of this one.
 */
export const untilLambdaEndsIt = { timeoutEarlyInMillis: 0 } as const;

/** The deadline of a worker or a job: the time that Lambda gives it. */
export const deadlineOf = (context: Pick<Context, 'getRemainingTimeInMillis'>): Deadline => ({
  hasPassed: () => context.getRemainingTimeInMillis() <= 0,
});
