import { listJobs as route } from '../../../shared/contracts/routes/jobs.ts';
import { jobView, listJobs } from '../../../shared/operations/jobs/list.ts';
import { listEndpoint } from '../../../shared/platform/query-endpoint.ts';

/** Lists work that is not done. */
export const handler = listEndpoint(
  route,
  (services, { query }, page) => listJobs(services, query.state ?? 'parked', page),
  jobView,
);
