import { retryJob as route } from '../../../shared/contracts/routes/jobs.ts';
import { retryJob } from '../../../shared/operations/jobs/retry.ts';
import { commandEndpoint } from '../../../shared/platform/command-endpoint.ts';

/** The office has a parked job rung for again. */
export const handler = commandEndpoint(route, (services, context, { path, body }) =>
  retryJob(services, context, path.jobId, body.reason),
);
