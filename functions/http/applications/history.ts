import { applicationHistory as route } from '../../../shared/contracts/routes/applications.ts';
import { readApplication } from '../../../shared/operations/applications/read.ts';
import { applicationEvents } from '../../../shared/operations/events/applications.ts';
import { historyEndpoint } from '../../../shared/platform/history-endpoint.ts';

/** What happened to an application. */
export const handler = historyEndpoint(
  route,
  applicationEvents,
  ({ applicationId }) => applicationId,
  async (services, caller, id) => (await readApplication(services, caller, id)) !== null,
);
