import { listPolicies as route } from '../../../shared/contracts/routes/policies.ts';
import { dayAt } from '../../../shared/domain/calendar.ts';
import { listPolicies } from '../../../shared/operations/policies/list.ts';
import { policyView } from '../../../shared/operations/policies/view.ts';
import { listEndpoint } from '../../../shared/platform/query-endpoint.ts';

/** Lists the policy versions. */
export const handler = listEndpoint(
  route,
  (services, { caller }, page) => listPolicies(services, caller, page),
  (items, { at }) => policyView(items, dayAt(at)),
);
