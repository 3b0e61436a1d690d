import { policyHistory as route } from '../../../shared/contracts/routes/policies.ts';
import { listBuiltInHistory } from '../../../shared/operations/policies/history.ts';
import { readPolicy } from '../../../shared/operations/policies/read.ts';
import { listEndpoint } from '../../../shared/platform/query-endpoint.ts';

/** What happened to a policy version. */
export const handler = listEndpoint(
  route,
  async (services, { path }, page) => {
    const items = await readPolicy(services, path.policyId);
    return items && listBuiltInHistory(items.policy, page);
  },
  (event) => event,
);
