import { listLoans as route } from '../../../shared/contracts/routes/loans.ts';
import { dayAt } from '../../../shared/domain/calendar.ts';
import { listLoans } from '../../../shared/operations/loans/list.ts';
import { loanView } from '../../../shared/operations/loans/view.ts';
import { listEndpoint } from '../../../shared/platform/query-endpoint.ts';

/** Lists loans. */
export const handler = listEndpoint(
  route,
  (services, { caller, query }, page) => listLoans(services, caller, query, page),
  (stored, { caller, at }) => loanView(stored, caller, dayAt(at)),
);
