import { returnPayment as route } from '../../../shared/contracts/routes/payments.ts';
import { returnPayment } from '../../../shared/operations/claims/return-payment.ts';
import { commandEndpoint } from '../../../shared/platform/command-endpoint.ts';

/** Finance records that a payment came back. */
export const handler = commandEndpoint(route, (services, context, { path, body }) =>
  returnPayment(services, context, path.claimId, { returnedOn: body.returnedOn, reason: body.reason }),
);
