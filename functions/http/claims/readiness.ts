import { claimReadiness as route } from '../../../shared/contracts/routes/claims.ts';
import { refusedBy } from '../../../shared/domain/refusal.ts';
import { readClaimReadiness, readinessView } from '../../../shared/operations/claims/readiness.ts';
import { jsonReply } from '../../../shared/platform/json-reply.ts';
import { queryEndpoint } from '../../../shared/platform/query-endpoint.ts';

/** Lists all that stands in the way of a claim. */
export const handler = queryEndpoint(route, async (services, { path, caller, at, language }) => {
  const readiness = await readClaimReadiness(services, caller, path.loanId, at);
  return readiness ? jsonReply(readinessView(readiness, language)) : refusedBy(null, 'not-found');
});
