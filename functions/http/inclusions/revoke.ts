import { revokeInclusion as route } from '../../../shared/contracts/routes/inclusions.ts';
import { revokeApprovedInclusion } from '../../../shared/operations/inclusions/revoke.ts';
import { commandEndpoint } from '../../../shared/platform/command-endpoint.ts';

/** The office revokes an inclusion in force. */
export const handler = commandEndpoint(route, (services, context, { path, body }) =>
  revokeApprovedInclusion(services, context, path.inclusionId, body.reason),
);
