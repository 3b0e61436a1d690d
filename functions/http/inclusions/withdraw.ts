import { withdrawInclusion as route } from '../../../shared/contracts/routes/inclusions.ts';
import { withdrawInclusion } from '../../../shared/operations/inclusions/withdraw.ts';
import { commandEndpoint } from '../../../shared/platform/command-endpoint.ts';

/** Withdraws a request that is on no agenda. */
export const handler = commandEndpoint(route, (services, context, { path, body }) =>
  withdrawInclusion(services, context, path.inclusionId, body.reason),
);
