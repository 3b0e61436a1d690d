import { getClaim as route } from '../../../shared/contracts/routes/claims.ts';
import { readClaim } from '../../../shared/operations/claims/read.ts';
import { claimView } from '../../../shared/operations/claims/view.ts';
import { queryEndpoint, resourceReply } from '../../../shared/platform/query-endpoint.ts';

/** Shows a claim to those whom it concerns. */
export const handler = queryEndpoint(route, async (services, { path, caller }) => {
  const stored = await readClaim(services, caller, path.claimId);
  return resourceReply(stored && claimView(stored, caller));
});
