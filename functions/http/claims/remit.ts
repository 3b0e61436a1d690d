import { recordRemittance as route } from '../../../shared/contracts/routes/payments.ts';
import { recordRemittance } from '../../../shared/operations/claims/remit.ts';
import { commandEndpoint } from '../../../shared/platform/command-endpoint.ts';

/** Finance books a remittance. */
export const handler = commandEndpoint(route, (services, context, { path, body }) =>
  recordRemittance(services, context, path.claimId, body),
);
