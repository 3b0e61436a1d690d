import { createRefresh as route } from '../../../shared/contracts/routes/imports.ts';
import { startRefresh } from '../../../shared/operations/list/start-refresh.ts';
import { commandEndpoint } from '../../../shared/platform/command-endpoint.ts';

/** The office has the whole list requalified now. */
export const handler = commandEndpoint(route, (services, context, { body }) => startRefresh(services, context, body));
