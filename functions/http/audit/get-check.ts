import { getCheck as route } from '../../../shared/contracts/routes/audit.ts';
import { refusedBy } from '../../../shared/domain/refusal.ts';
import { checkView, findCheck } from '../../../shared/operations/checks/read-checks.ts';
import { jsonReply } from '../../../shared/platform/json-reply.ts';
import { queryEndpoint } from '../../../shared/platform/query-endpoint.ts';

/** Shows a run of a check with what it found. */
export const handler = queryEndpoint(route, async (services, { path }) => {
  const run = await findCheck(services, path.checkId);
  return run ? jsonReply(checkView(run)) : refusedBy(null, 'not-found');
});
