import { listPersons as route } from '../../../shared/contracts/routes/persons.ts';
import { listPersons } from '../../../shared/operations/persons/read.ts';
import { personView } from '../../../shared/operations/persons/view.ts';
import { listEndpoint } from '../../../shared/platform/query-endpoint.ts';

/** Lists those who ever acted for an organisation. */
export const handler = listEndpoint(
  route,
  (services, { query }, page) => listPersons(services, query.org, page),
  (person) => personView(person),
);
