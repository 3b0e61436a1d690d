import { getPolicy as route } from '../../../shared/contracts/routes/policies.ts';
import { dayAt } from '../../../shared/domain/calendar.ts';
import { readPolicy } from '../../../shared/operations/policies/read.ts';
import { policyView } from '../../../shared/operations/policies/view.ts';
import { queryEndpoint, resourceReply } from '../../../shared/platform/query-endpoint.ts';

/** Shows a policy version. */
export const handler = queryEndpoint(route, async (services, { path, caller, at }) => {
  const items = await readPolicy(services, caller, path.policyId);
  return resourceReply(items && policyView(items, dayAt(at)));
});
