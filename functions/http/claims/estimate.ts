import { estimateCompensation as route } from '../../../shared/contracts/routes/claims.ts';
import { estimateCompensation } from '../../../shared/operations/claims/estimate.ts';
import { commandEndpoint } from '../../../shared/platform/command-endpoint.ts';

/** What a loss would bring, with its working; no effect. */
export const handler = commandEndpoint(route, (services, context, { body }) =>
  estimateCompensation(services, context, body),
);
