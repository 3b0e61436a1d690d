import { cancelImport as route } from '../../../shared/contracts/routes/imports.ts';
import { cancelImport } from '../../../shared/operations/list/cancel-import.ts';
import { commandEndpoint } from '../../../shared/platform/command-endpoint.ts';

/** The office cancels an import that has not ended. */
export const handler = commandEndpoint(route, (services, context, { path, body }) =>
  cancelImport(services, context, path.importId, body.reason),
);
