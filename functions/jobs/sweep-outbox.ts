import { sweepOutbox } from '../../shared/operations/sweep-outbox.ts';
import { job } from '../../shared/platform/job.ts';

/** Every minute: rings again for jobs whose work is not done. */
export const handler = job('sweep-outbox', (services, at) => sweepOutbox(services, at));
