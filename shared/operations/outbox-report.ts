import type { QueueName } from '../store/outbox.ts';

/** The figure of the sweeper's report that tells for how many minutes a queue's oldest job has not been done. */
export const outboxAgeOf = (queue: QueueName): string => `oldestMinutes_${queue}`;

/** The figure of the sweeper's report that tells how many jobs are parked. */
export const parkedFigure = 'parked';
