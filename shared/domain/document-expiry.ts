import { addDays, type Day } from './calendar.ts';
import { type Document, type DocumentEvent, hasLapsed } from './document.ts';
import { accepted, type Decision, stateConflict } from './refusal.ts';

/** How many days after its announcement a document may still become evidence. */
const keptDays = 30;

/** The last day on which a document announced on a day may become evidence; after it, it expires. */
export const keptThroughOf = (announcedOn: Day): Day => addDays(announcedOn, keptDays);

/** The last day before there is something to do about a document that is no evidence; null if there never is. */
export function dueAfter({ links, keptThrough, expiredOn, contentRemovedOn }: Document): Day | null {
  if (contentRemovedOn !== undefined || links.length > 0) return null;
  return expiredOn ?? keptThrough ?? null;
}

/**
 * What a night makes of a document that nobody made evidence of anything: it expires, and on a later night its content is
 * gone. A day lies between, since an address given out in its last minutes works for some after midnight.
 */
export function decideDocumentEnd(document: Document, today: Day): Decision<DocumentEvent> {
  const due = dueAfter(document);
  if (due !== null && due < today) {
    return document.expiredOn === undefined
      ? accepted({ type: 'document-expired', data: { on: today } })
      : accepted({ type: 'document-content-removed', data: { on: today } });
  }
  return stateConflict(hasLapsed(document, today) ? 'expired' : 'kept', []);
}
