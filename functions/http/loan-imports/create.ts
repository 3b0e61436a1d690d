import { createLoanImport as route } from '../../../shared/contracts/routes/loan-imports.ts';
import { acceptLoanImport } from '../../../shared/operations/loan-imports/accept.ts';
import { commandEndpoint } from '../../../shared/platform/command-endpoint.ts';

/** The office sends loans made before this system; the answer comes before its rows are judged. */
export const handler = commandEndpoint(route, (services, context, { body }) =>
  acceptLoanImport(services, context, body),
);
