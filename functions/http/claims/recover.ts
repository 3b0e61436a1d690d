import { recordRecovery as route } from '../../../shared/contracts/routes/payments.ts';
import { recordRecovery } from '../../../shared/operations/claims/recover.ts';
import { commandEndpoint } from '../../../shared/platform/command-endpoint.ts';

/** The bank records a recovery. */
export const handler = commandEndpoint(route, (services, context, { path, body }) =>
  recordRecovery(services, context, path.claimId, body),
);
