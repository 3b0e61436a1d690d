import { loanHistory as route } from '../../../shared/contracts/routes/loans.ts';
import { readLoan } from '../../../shared/operations/loans/read.ts';
import { historyEndpoint } from '../../../shared/platform/history-endpoint.ts';

/** What happened to a loan; how the bank classifies it is not for the enterprise. */
export const handler = historyEndpoint(
  route,
  'loans',
  ({ loanId }) => loanId,
  async (services, caller, id) => (await readLoan(services, caller, id)) !== null,
  ({ type }, caller) => type !== 'loan-classified' || caller.role !== 'enterprise',
);
