import { dayAt } from '../../domain/calendar.ts';
import { decideDocumentEnd } from '../../domain/document-expiry.ts';
import type { Actor } from '../../domain/event.ts';
import { documentLayout } from '../../store/documents.ts';
import { removeContent } from '../../store/objects.ts';
import { readItems } from '../../store/read.ts';
import { keyOfResource, record, storedIn } from '../../store/resource.ts';
import { commit } from '../../store/transaction.ts';
import { oneByOne } from '../one-by-one.ts';
import type { Services } from '../services.ts';
import { untilCommitted } from '../until-committed.ts';
import { readDueDocumentIds } from './due.ts';

/**
 * The night job that expires documents which nobody made evidence of anything, and takes the content of those away that
 * expired on an earlier day (decisions/0051). Repeatable without effect; what time leaves over is done the next night.
 *
 * @throws ItemsLeft once all were tried, if some could not be ended.
 */
export async function expireDueDocuments(
  services: Services,
  at: string,
  { hasTime }: { readonly hasTime: () => boolean },
): Promise<{ readonly expired: number; readonly removed: number }> {
  const done = { expired: 0, removed: 0 };
  const ids = await readDueDocumentIds(services, dayAt(at));
  await oneByOne(services, { job: 'expire-documents', ids, hasTime }, async (id) => {
    const event = await endOne(services, id, at);
    if (event === 'document-expired') done.expired += 1;
    if (event === 'document-content-removed') done.removed += 1;
  });
  return done;
}

/**
 * Tells which event it wrote; null for one that has become evidence meanwhile. The content goes before the event that says
 * so, and after the one of an earlier night from which on nothing can become of the document.
 *
 * @throws Unavailable if a store did not take it in time.
 */
async function endOne(services: Services, documentId: string, at: string): Promise<string | null> {
  const causedBy = `night:${dayAt(at)}`;
  const actor: Actor = { sub: 'job:expire-documents', org: 'system', role: 'job', causedBy };
  return untilCommitted<string | null>(`document ${documentId}`, async () => {
    const items = await readItems(services.database, [keyOfResource(documentLayout, documentId)]);
    const stored = storedIn(items, documentLayout, documentId);
    const decision = stored && decideDocumentEnd(stored.state, dayAt(at));
    const [event] = decision?.kind === 'accepted' ? decision.events : [];
    if (!stored || !event) return { done: null };
    if (event.type === 'document-content-removed') await removeContent(services.objects, documentId, at);
    const { writes } = record(documentLayout, documentId, stored, [event], { at, actor });
    const outcome = await commit(services.database, writes);
    return outcome === 'committed' ? { done: event.type } : { outcome };
  });
}
