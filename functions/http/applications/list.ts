import { listApplications as route } from '../../../shared/contracts/routes/applications.ts';
import { listApplications } from '../../../shared/operations/applications/list.ts';
import { applicationView } from '../../../shared/operations/applications/view.ts';
import { listEndpoint } from '../../../shared/platform/query-endpoint.ts';

/** Lists applications, newest first. */
export const handler = listEndpoint(
  route,
  (services, { caller, query }, page) => listApplications(services, caller, query, page),
  (stored, { caller }) => applicationView(stored, caller),
);
