import { createImport as route } from '../../../shared/contracts/routes/imports.ts';
import { acceptImport } from '../../../shared/operations/list/accept-import.ts';
import { commandEndpoint } from '../../../shared/platform/command-endpoint.ts';

/** The office sends a list; the answer comes before its rows are judged. */
export const handler = commandEndpoint(route, (services, context, { body }) => acceptImport(services, context, body));
