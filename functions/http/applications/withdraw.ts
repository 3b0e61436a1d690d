import { withdrawApplication as route } from '../../../shared/contracts/routes/applications.ts';
import { withdrawApplication } from '../../../shared/operations/applications/withdraw.ts';
import { commandEndpoint } from '../../../shared/platform/command-endpoint.ts';

/** The enterprise or the institution takes an application back. */
export const handler = commandEndpoint(route, (services, context, { path, body }) =>
  withdrawApplication(services, context, path.applicationId, body.reason),
);
