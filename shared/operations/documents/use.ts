import { type Content, type Document, type DocumentLink, decideLink, noSuchDocument } from '../../domain/document.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { ItemKey } from '../../store/database.ts';
import { documentLayout } from '../../store/documents.ts';
import { readContent } from '../../store/objects.ts';
import type { Items } from '../../store/read.ts';
import { keyOfResource, record, type Stored, storedIn } from '../../store/resource.ts';
import type { Write } from '../../store/transaction.ts';
import { actOf, type CommandContext } from '../command.ts';
import type { Services } from '../services.ts';

/** What the object store holds, by document; only of those that it was asked about. */
export type Contents = ReadonlyMap<string, Content>;

/** The writes that link a command's documents to what they are evidence of. */
export interface UsedDocuments {
  readonly kind: 'used';
  readonly writes: readonly Write[];
}

/*
 * How a command takes documents as evidence: `documentKeys` belong to its `reads`, `lookAtDocuments` is its `look`, and
 * `useDocuments` comes last of its rules in `decide`; the writes go with its own.
 */

export const documentKeys = (documentIds: readonly string[]): readonly ItemKey[] =>
  documentIds.map((documentId) => keyOfResource(documentLayout, documentId));

/** Asks the object store about those of the caller's own documents whose upload is not recorded yet. */
export async function lookAtDocuments(
  { objects }: Services,
  { caller, at }: CommandContext,
  items: Items,
  documentIds: readonly string[],
): Promise<Contents> {
  const asked = new Set(documentIds.filter((id) => ownIn(items, caller.org, id)?.state.uploadedAt === null));
  const found = await Promise.all([...asked].map(async (id) => [id, await readContent(objects, id, at)] as const));
  return new Map(found.flatMap(([id, content]) => (content ? [[id, content] as const] : [])));
}

/**
 * Links the documents that a command names, each once however often it is named, to what they are evidence of.
 *
 * Refusals, of the first document that may not be: `document-not-valid` (not the caller's organisation's own, not uploaded,
 * not as announced), `too-many-items`.
 */
export function useDocuments(
  context: CommandContext,
  items: Items,
  contents: Contents,
  documentIds: readonly string[],
  link: DocumentLink,
): UsedDocuments | Refusal {
  const writes: Write[] = [];
  for (const documentId of new Set(documentIds)) {
    const stored = ownIn(items, context.caller.org, documentId);
    if (!stored) return noSuchDocument(documentId);
    const decision = decideLink(stored.state, contents.get(documentId) ?? null, link);
    if (decision.kind === 'refused') return decision;
    if (decision.events.length === 0) continue;
    writes.push(...record(documentLayout, documentId, stored, decision.events, actOf(context)).writes);
  }
  return { kind: 'used', writes };
}

function ownIn(items: Items, org: string, documentId: string): Stored<Document> | null {
  const stored = storedIn(items, documentLayout, documentId);
  return stored?.state.owner === org ? stored : null;
}
