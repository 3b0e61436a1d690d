import { getLoan as route } from '../../../shared/contracts/routes/loans.ts';
import { dayAt } from '../../../shared/domain/calendar.ts';
import { readLoan } from '../../../shared/operations/loans/read.ts';
import { loanView } from '../../../shared/operations/loans/view.ts';
import { queryEndpoint, resourceReply } from '../../../shared/platform/query-endpoint.ts';

/** Shows a loan to those whom it concerns. */
export const handler = queryEndpoint(route, async (services, { path, caller, at }) => {
  const stored = await readLoan(services, caller, path.loanId);
  return resourceReply(stored && loanView(stored, caller, dayAt(at)));
});
