import { reviewClaim as route } from '../../../shared/contracts/routes/claims.ts';
import { reviewClaim } from '../../../shared/operations/claims/review.ts';
import { commandEndpoint } from '../../../shared/platform/command-endpoint.ts';

/** The office accepts a claim or returns it with what is to be corrected. */
export const handler = commandEndpoint(route, (services, context, { path, body: { decision, note } }) =>
  reviewClaim(
    services,
    context,
    path.claimId,
    decision === 'return' ? { decision, note: note ?? '' } : { decision, note },
  ),
);
