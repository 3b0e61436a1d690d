import { payClaim as route } from '../../../shared/contracts/routes/payments.ts';
import { payClaim } from '../../../shared/operations/claims/pay.ts';
import { commandEndpoint } from '../../../shared/platform/command-endpoint.ts';

/** Finance records a payment. */
export const handler = commandEndpoint(route, (services, context, { path, body }) =>
  payClaim(services, context, path.claimId, { voucherNumber: body.voucherNumber, paidOn: body.paidOn }),
);
