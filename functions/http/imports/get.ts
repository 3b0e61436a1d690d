import { getImport as route } from '../../../shared/contracts/routes/imports.ts';
import { readImport } from '../../../shared/operations/list/read-import.ts';
import { queryEndpoint, resourceReply } from '../../../shared/platform/query-endpoint.ts';

/** Shows an import and how far it is. */
export const handler = queryEndpoint(route, async (services, { path }) =>
  resourceReply(await readImport(services, path.importId)),
);
