import { claimHistory as route } from '../../../shared/contracts/routes/claims.ts';
import { readClaim } from '../../../shared/operations/claims/read.ts';
import { historyEndpoint } from '../../../shared/platform/history-endpoint.ts';

/** The bank's papers are in these, and not for guarantors. */
const withPapers = ['claim-submitted', 'claim-resubmitted'];

/** What happened to a claim. */
export const handler = historyEndpoint(
  route,
  'claims',
  ({ claimId }) => claimId,
  async (services, caller, id) => (await readClaim(services, caller, id)) !== null,
  ({ type }, caller) => caller.role !== 'guarantor' || !withPapers.includes(type),
);
