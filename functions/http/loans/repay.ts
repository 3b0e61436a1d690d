import { recordRepayment as route } from '../../../shared/contracts/routes/loans.ts';
import { recordRepayment } from '../../../shared/operations/loans/repay.ts';
import { commandEndpoint } from '../../../shared/platform/command-endpoint.ts';

/** The bank reports money that came back. */
export const handler = commandEndpoint(route, (services, context, { path, body }) =>
  recordRepayment(services, context, path.loanId, body),
);
