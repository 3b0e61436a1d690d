import { listPolicies as route } from '../../../shared/contracts/routes/policies.ts';
import { dayAt } from '../../../shared/domain/calendar.ts';
import { listPolicies } from '../../../shared/operations/policies/read.ts';
import { policyView } from '../../../shared/operations/policies/view.ts';
import { listEndpoint } from '../../../shared/platform/query-endpoint.ts';

/** Lists the policy versions. */
export const handler = listEndpoint(
  route,
  async (services, { at }, page) => {
    const { items, next } = listPolicies(services, page);
    return { items: items.map((policy) => policyView(policy, services.policyBook, dayAt(at))), next };
  },
  (view) => view,
);
