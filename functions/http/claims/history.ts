import { claimHistory as route } from '../../../shared/contracts/routes/claims.ts';
import { readClaim } from '../../../shared/operations/claims/read.ts';
import { claimEvents } from '../../../shared/operations/events/claims.ts';
import { historyEndpoint } from '../../../shared/platform/history-endpoint.ts';

/** What happened to a claim. */
export const handler = historyEndpoint(
  route,
  claimEvents,
  ({ claimId }) => claimId,
  async (services, caller, id) => (await readClaim(services, caller, id)) !== null,
);
