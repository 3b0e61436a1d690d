import { loanHistory as route } from '../../../shared/contracts/routes/loans.ts';
import { loanEvents } from '../../../shared/operations/events/loans.ts';
import { readLoan } from '../../../shared/operations/loans/read.ts';
import { historyEndpoint } from '../../../shared/platform/history-endpoint.ts';

/** What happened to a loan. */
export const handler = historyEndpoint(
  route,
  loanEvents,
  ({ loanId }) => loanId,
  async (services, caller, id) => (await readLoan(services, caller, id)) !== null,
);
