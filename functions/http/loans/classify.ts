import { classifyLoan as route } from '../../../shared/contracts/routes/loans.ts';
import { classifyLoan } from '../../../shared/operations/loans/classify.ts';
import { commandEndpoint } from '../../../shared/platform/command-endpoint.ts';

/** The bank reports how it classifies the loan. */
export const handler = commandEndpoint(route, (services, context, { path, body }) =>
  classifyLoan(services, context, path.loanId, body),
);
