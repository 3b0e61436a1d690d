import { personHistory as route } from '../../../shared/contracts/routes/persons.ts';
import { personEvents } from '../../../shared/operations/events/persons.ts';
import { readPerson } from '../../../shared/operations/persons/read.ts';
import { historyEndpoint } from '../../../shared/platform/history-endpoint.ts';

/** The erasures of a person's name, and their liftings. */
export const handler = historyEndpoint(
  route,
  personEvents,
  ({ personId }) => personId,
  async (services, _caller, id) => (await readPerson(services, id)) !== null,
);
