import { decideAdmission as route } from '../../../shared/contracts/routes/institutions.ts';
import { decideAdmission } from '../../../shared/operations/institutions/decide-admission.ts';
import { commandEndpoint } from '../../../shared/platform/command-endpoint.ts';

/** The office admits, suspends or withdraws an institution. */
export const handler = commandEndpoint(route, (services, context, { path, body }) =>
  decideAdmission(services, context, path.institutionId, body),
);
