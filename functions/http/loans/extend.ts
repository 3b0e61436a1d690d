import { extendLoan as route } from '../../../shared/contracts/routes/loans.ts';
import { extendLoan } from '../../../shared/operations/loans/extend.ts';
import { commandEndpoint } from '../../../shared/platform/command-endpoint.ts';

/** The bank reports a later maturity. */
export const handler = commandEndpoint(route, (services, context, { path, body }) =>
  extendLoan(services, context, path.loanId, body),
);
