import { getApplication as route } from '../../../shared/contracts/routes/applications.ts';
import { readApplication } from '../../../shared/operations/applications/read.ts';
import { applicationView } from '../../../shared/operations/applications/view.ts';
import { queryEndpoint, resourceReply } from '../../../shared/platform/query-endpoint.ts';

/** Shows an application to those whom it concerns. */
export const handler = queryEndpoint(route, async (services, { path, caller }) => {
  const stored = await readApplication(services, caller, path.applicationId);
  return resourceReply(stored && applicationView(stored, caller));
});
