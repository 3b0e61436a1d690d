import { announceDocument as route } from '../../../shared/contracts/routes/documents.ts';
import { announceDocument } from '../../../shared/operations/documents/announce.ts';
import { commandEndpoint } from '../../../shared/platform/command-endpoint.ts';

/** Somebody announces a document and learns where to upload it. */
export const handler = commandEndpoint(route, (services, context, { body }) =>
  announceDocument(services, context, body),
);
