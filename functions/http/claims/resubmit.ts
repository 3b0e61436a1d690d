import { resubmitClaim as route } from '../../../shared/contracts/routes/claims.ts';
import { resubmitClaim } from '../../../shared/operations/claims/resubmit.ts';
import { commandEndpoint } from '../../../shared/platform/command-endpoint.ts';

/** The bank files a returned claim again. */
export const handler = commandEndpoint(route, (services, context, { path, body }) =>
  resubmitClaim(services, context, path.claimId, body),
);
