import { decideAdmission as route } from '../../../shared/contracts/routes/institutions.ts';
import { decideAdmission } from '../../../shared/operations/institutions/decide-admission.ts';
import { commandEndpoint } from '../../../shared/platform/command-endpoint.ts';

/** The office admits, suspends or withdraws an institution. */
export const handler = commandEndpoint(route, (services, context, { path, body }) => {
  const { operator: _operator, ...admission } = body;
  return decideAdmission(services, context, path.institutionId, admission);
});
