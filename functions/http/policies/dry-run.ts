import { dryRunPolicy as route } from '../../../shared/contracts/routes/policies.ts';
import { dayAt } from '../../../shared/domain/calendar.ts';
import { refusedBy } from '../../../shared/domain/refusal.ts';
import { dryRunPolicy } from '../../../shared/operations/policies/dry-run.ts';
import { jsonReply } from '../../../shared/platform/json-reply.ts';
import { pageAsked, queryEndpoint } from '../../../shared/platform/query-endpoint.ts';

/** Shows what would differ today if a version were in force. */
export const handler = queryEndpoint(route, async (services, request) => {
  const { path, caller, at } = request;
  const { page, cursorOf } = await pageAsked(services, route, request);
  const run = await dryRunPolicy(services, caller, path.policyId, dayAt(at), page);
  return run ? jsonReply({ ...run.view, nextCursor: await cursorOf(run.next) }) : refusedBy(null, 'not-found');
});
