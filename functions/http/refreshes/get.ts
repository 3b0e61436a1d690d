import { getRefresh as route } from '../../../shared/contracts/routes/imports.ts';
import { readRefresh } from '../../../shared/operations/list/start-refresh.ts';
import { queryEndpoint, resourceReply } from '../../../shared/platform/query-endpoint.ts';

/** Shows how far a refresh is. */
export const handler = queryEndpoint(route, async (services, { path }) =>
  resourceReply(await readRefresh(services, path.refreshId)),
);
