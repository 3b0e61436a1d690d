import { listChecks as route } from '../../../shared/contracts/routes/audit.ts';
import { checkSummary, listChecks } from '../../../shared/operations/checks/read-checks.ts';
import { listEndpoint } from '../../../shared/platform/query-endpoint.ts';

/** Lists the runs of the checks, newest first. */
export const handler = listEndpoint(
  route,
  (services, { query }, page) => listChecks(services, query.check, page),
  checkSummary,
);
