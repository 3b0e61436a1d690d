import { dayAt } from '../../domain/calendar.ts';
import { type Content, type Document, hasLapsed } from '../../domain/document.ts';
import { documentLayout } from '../../store/documents.ts';
import { readContent } from '../../store/objects.ts';
import { readItems } from '../../store/read.ts';
import { keyOfResource, type Stored, storedIn } from '../../store/resource.ts';
import type { Caller } from '../caller.ts';
import type { Services } from '../services.ts';
import { type Evidenced, mayReadDocument, readsThroughLinks } from './access.ts';
import { readEvidenced } from './evidenced.ts';

/** A document, and what the object store holds of one whose upload no command has recorded yet. */
export interface DocumentReading {
  readonly stored: Stored<Document>;
  readonly content: Content | null;
}

const nothing: Evidenced = { loans: [], claims: [], inclusions: [] };

/** The document, or null where it is not there or not the caller's to see. */
export async function readDocument(
  services: Services,
  caller: Caller,
  id: string,
  at: string,
): Promise<DocumentReading | null> {
  const { database, objects } = services;
  const stored = storedIn(await readItems(database, [keyOfResource(documentLayout, id)]), documentLayout, id);
  if (!stored) return null;
  const evidenced = readsThroughLinks(caller) ? await readEvidenced(database, stored.state) : nothing;
  if (!mayReadDocument(caller, stored.state, evidenced)) return null;
  const isAsked = stored.state.uploadedAt === null && !hasLapsed(stored.state, dayAt(at));
  const content = isAsked ? await readContent(objects, id, at) : null;
  return { stored, content };
}
