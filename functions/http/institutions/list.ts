import { listInstitutions as route } from '../../../shared/contracts/routes/institutions.ts';
import { dayAt } from '../../../shared/domain/calendar.ts';
import { listInstitutions } from '../../../shared/operations/institutions/list.ts';
import { institutionView } from '../../../shared/operations/institutions/view.ts';
import { listEndpoint } from '../../../shared/platform/query-endpoint.ts';

/** Lists the institutions. */
export const handler = listEndpoint(
  route,
  (services, { query, at }, page) => listInstitutions(services, query, dayAt(at), page),
  (standing, { caller, at }) => institutionView(standing, caller, dayAt(at)),
);
