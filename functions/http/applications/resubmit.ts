import { resubmitApplication as route } from '../../../shared/contracts/routes/applications.ts';
import { resubmitApplication } from '../../../shared/operations/applications/resubmit.ts';
import { commandEndpoint } from '../../../shared/platform/command-endpoint.ts';

/** Who applied submits a returned application again. */
export const handler = commandEndpoint(route, (services, context, { path, body }) =>
  resubmitApplication(services, context, path.applicationId, body),
);
