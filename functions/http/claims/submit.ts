import { submitClaim as route } from '../../../shared/contracts/routes/claims.ts';
import { submitClaim } from '../../../shared/operations/claims/submit.ts';
import { commandEndpoint } from '../../../shared/platform/command-endpoint.ts';

/** The bank claims compensation of a loan’s loss. */
export const handler = commandEndpoint(route, (services, context, { path, body }) =>
  submitClaim(services, context, path.loanId, body),
);
