import { discardPolicy as route } from '../../../shared/contracts/routes/policies.ts';
import { discardPolicy } from '../../../shared/operations/policies/discard.ts';
import { commandEndpoint } from '../../../shared/platform/command-endpoint.ts';

/** An official discards a draft. */
export const handler = commandEndpoint(route, (services, context, { path, body }) =>
  discardPolicy(services, context, path.policyId, body.reason),
);
