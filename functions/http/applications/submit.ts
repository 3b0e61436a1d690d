import { submitApplication as route } from '../../../shared/contracts/routes/applications.ts';
import { submitApplication } from '../../../shared/operations/applications/submit.ts';
import { commandEndpoint } from '../../../shared/platform/command-endpoint.ts';

/** A bank or an enterprise applies; the reply says at once whether the cap allows it. */
export const handler = commandEndpoint(route, (services, context, { body }) =>
  submitApplication(services, context, body),
);
