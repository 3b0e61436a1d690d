import { createInstitution as route } from '../../../shared/contracts/routes/institutions.ts';
import { createInstitution } from '../../../shared/operations/institutions/create.ts';
import { commandEndpoint } from '../../../shared/platform/command-endpoint.ts';
import { officialOrganisationsIn } from '../../../shared/platform/config.ts';

/** The office enters an institution. */
export const handler = commandEndpoint(route, (services, context, { body }) =>
  createInstitution(services, context, body, officialOrganisationsIn(process.env)),
);
