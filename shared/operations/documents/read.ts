import type { Content, Document } from '../../domain/document.ts';
import { documentLayout } from '../../store/documents.ts';
import { loanLayout } from '../../store/loans.ts';
import { readContent } from '../../store/objects.ts';
import { readItems } from '../../store/read.ts';
import { keyOfResource, type Stored, storedIn } from '../../store/resource.ts';
import type { Caller } from '../caller.ts';
import type { Services } from '../services.ts';
import { mayReadDocument, readsThroughLinks } from './access.ts';

/** A document, and what the object store holds of one whose upload no command has recorded yet. */
export interface DocumentReading {
  readonly stored: Stored<Document>;
  readonly content: Content | null;
}

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
  const loans = readsThroughLinks(caller) ? await readLoans(services, stored.state) : [];
  if (!mayReadDocument(caller, stored.state, loans)) return null;
  const content = stored.state.uploadedAt === null ? await readContent(objects, id, at) : null;
  return { stored, content };
}

async function readLoans({ database }: Services, { links }: Document) {
  const ids = links.filter(({ kind }) => kind === 'loans').map(({ id }) => id);
  const items = await readItems(
    database,
    ids.map((id) => keyOfResource(loanLayout, id)),
  );
  return ids.flatMap((id) => storedIn(items, loanLayout, id)?.state ?? []);
}
