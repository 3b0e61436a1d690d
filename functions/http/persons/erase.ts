import { eraseName as route } from '../../../shared/contracts/routes/persons.ts';
import { eraseName } from '../../../shared/operations/persons/erase.ts';
import { commandEndpoint } from '../../../shared/platform/command-endpoint.ts';

/** The office erases a person's name. */
export const handler = commandEndpoint(route, (services, context, { path, body }) =>
  eraseName(services, context, path.personId, body),
);
