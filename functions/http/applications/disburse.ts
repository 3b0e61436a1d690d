import { disburse as route } from '../../../shared/contracts/routes/applications.ts';
import { disburse } from '../../../shared/operations/applications/disburse.ts';
import { commandEndpoint } from '../../../shared/platform/command-endpoint.ts';

/** The bank reports that it has paid the loan out. */
export const handler = commandEndpoint(route, (services, context, { path, body }) => {
  const { noteNumber, ...request } = body;
  return disburse(services, context, path.applicationId, { ...request, noteNumber: noteNumber ?? '' });
});
