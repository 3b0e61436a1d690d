import { createAgreement as route } from '../../../shared/contracts/routes/agreements.ts';
import { createAgreement } from '../../../shared/operations/agreements/create.ts';
import { commandEndpoint } from '../../../shared/platform/command-endpoint.ts';

/** The office enters a guarantee agreement. */
export const handler = commandEndpoint(route, (services, context, { body }) =>
  createAgreement(services, context, body),
);
