import { getEnterprise as route } from '../../../shared/contracts/routes/enterprises.ts';
import { dayAt } from '../../../shared/domain/calendar.ts';
import { readEnterprise } from '../../../shared/operations/enterprises/read-enterprise.ts';
import { enterpriseView } from '../../../shared/operations/enterprises/view.ts';
import { queryEndpoint, resourceReply } from '../../../shared/platform/query-endpoint.ts';

/** Shows an enterprise and its standing today. */
export const handler = queryEndpoint(route, async (services, { path, caller, at }) => {
  const items = await readEnterprise(services, caller, path.creditCode);
  return resourceReply(items && enterpriseView(items, caller, dayAt(at)));
});
