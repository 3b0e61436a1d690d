import { policyHistory as route } from '../../../shared/contracts/routes/policies.ts';
import { listPolicyHistory } from '../../../shared/operations/policies/history.ts';
import { listEndpoint } from '../../../shared/platform/query-endpoint.ts';

/** What happened to a policy version. */
export const handler = listEndpoint(
  route,
  (services, { path, caller }, page) => listPolicyHistory(services, caller, path.policyId, page),
  (event) => event,
);
