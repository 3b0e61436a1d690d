import { approvePolicy as route } from '../../../shared/contracts/routes/policies.ts';
import { approvePolicy } from '../../../shared/operations/policies/approve.ts';
import { commandEndpoint } from '../../../shared/platform/command-endpoint.ts';

/** Another official approves a draft. */
export const handler = commandEndpoint(route, (services, context, { path }) =>
  approvePolicy(services, context, path.policyId),
);
