import { liftErasure as route } from '../../../shared/contracts/routes/persons.ts';
import { liftErasure } from '../../../shared/operations/persons/erase.ts';
import { commandEndpoint } from '../../../shared/platform/command-endpoint.ts';

/** The office lets a person's names be kept again. */
export const handler = commandEndpoint(route, (services, context, { path, body }) =>
  liftErasure(services, context, path.personId, body),
);
