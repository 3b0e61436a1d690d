import { getStatistics as route } from '../../../shared/contracts/routes/statistics.ts';
import { dayAt } from '../../../shared/domain/calendar.ts';
import { readStatistics } from '../../../shared/operations/statistics/read.ts';
import { jsonReply } from '../../../shared/platform/json-reply.ts';
import { queryEndpoint } from '../../../shared/platform/query-endpoint.ts';

/** Shows the programme's figures. */
export const handler = queryEndpoint(route, async (services, { query, caller, at }) => {
  const found = await readStatistics(services, caller, query.asOf, dayAt(at));
  return 'kind' in found ? found : jsonReply(found);
});
