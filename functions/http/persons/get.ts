import { getPerson as route } from '../../../shared/contracts/routes/persons.ts';
import { readPerson } from '../../../shared/operations/persons/read.ts';
import { personView } from '../../../shared/operations/persons/view.ts';
import { queryEndpoint, resourceReply } from '../../../shared/platform/query-endpoint.ts';

/** Shows somebody who acted. */
export const handler = queryEndpoint(route, async (services, { path }) => {
  const person = await readPerson(services, path.personId);
  return resourceReply(person && personView(person));
});
