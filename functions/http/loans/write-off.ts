import { writeOffLoan as route } from '../../../shared/contracts/routes/loans.ts';
import { writeOffLoan } from '../../../shared/operations/loans/write-off.ts';
import { commandEndpoint } from '../../../shared/platform/command-endpoint.ts';

/** The bank writes a loan off. */
export const handler = commandEndpoint(route, (services, context, { path, body }) =>
  writeOffLoan(services, context, path.loanId, body),
);
