import { getInstitution as route } from '../../../shared/contracts/routes/institutions.ts';
import { dayAt } from '../../../shared/domain/calendar.ts';
import { readInstitution } from '../../../shared/operations/institutions/read.ts';
import { institutionView } from '../../../shared/operations/institutions/view.ts';
import { queryEndpoint, resourceReply } from '../../../shared/platform/query-endpoint.ts';

/** Shows an institution. */
export const handler = queryEndpoint(route, async (services, { path, caller, at }) => {
  const today = dayAt(at);
  const standing = await readInstitution(services, path.institutionId, today);
  return resourceReply(standing && institutionView(standing, caller, today));
});
