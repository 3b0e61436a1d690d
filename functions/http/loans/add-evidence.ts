import { addEvidence as route } from '../../../shared/contracts/routes/loans.ts';
import { addEvidence } from '../../../shared/operations/loans/add-evidence.ts';
import { commandEndpoint } from '../../../shared/platform/command-endpoint.ts';

/** The bank adds evidence to a loan. */
export const handler = commandEndpoint(route, (services, context, { path, body }) =>
  addEvidence(services, context, path.loanId, body),
);
