import { getDocument as route } from '../../../shared/contracts/routes/documents.ts';
import { dayAt } from '../../../shared/domain/calendar.ts';
import { readDocument } from '../../../shared/operations/documents/read.ts';
import { addressesOf, documentView } from '../../../shared/operations/documents/view.ts';
import { queryEndpoint, resourceReply } from '../../../shared/platform/query-endpoint.ts';

/** Shows a document to those who may see it, with an address that works for a few minutes. */
export const handler = queryEndpoint(route, async (services, { path, caller, at }) => {
  const reading = await readDocument(services, caller, path.documentId, at);
  if (!reading) return resourceReply(null);
  const addresses = await addressesOf(services.objects, reading, caller, at);
  return resourceReply(documentView(reading, addresses, dayAt(at)));
});
