import { releaseImport as route } from '../../../shared/contracts/routes/imports.ts';
import { releaseImport } from '../../../shared/operations/list/release-import.ts';
import { commandEndpoint } from '../../../shared/platform/command-endpoint.ts';

/** Another official lets a large replace go on. */
export const handler = commandEndpoint(route, (services, context, { path }) =>
  releaseImport(services, context, path.importId),
);
