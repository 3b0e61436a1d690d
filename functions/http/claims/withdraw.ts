import { withdrawClaim as route } from '../../../shared/contracts/routes/claims.ts';
import { withdrawClaim } from '../../../shared/operations/claims/withdraw.ts';
import { commandEndpoint } from '../../../shared/platform/command-endpoint.ts';

/** The bank withdraws its claim. */
export const handler = commandEndpoint(route, (services, context, { path, body }) =>
  withdrawClaim(services, context, path.claimId, body.reason),
);
