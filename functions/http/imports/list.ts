import { listImports as route } from '../../../shared/contracts/routes/imports.ts';
import { listImports } from '../../../shared/operations/list/read-import.ts';
import { listEndpoint } from '../../../shared/platform/query-endpoint.ts';

/** Lists imports, newest first. */
export const handler = listEndpoint(
  route,
  (services, _request, page) => listImports(services, page),
  (view) => view,
);
