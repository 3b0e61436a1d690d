import { type Content, type Document, type DocumentLink, decideLink, noSuchDocument } from '../../domain/document.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { ItemKey } from '../../store/database.ts';
import { documentLayout } from '../../store/documents.ts';
import { readContent } from '../../store/objects.ts';
import type { Items } from '../../store/read.ts';
import { keyOfResource, record, type Stored, storedIn } from '../../store/resource.ts';
import type { Write } from '../../store/transaction.ts';
import type { Caller } from '../caller.ts';
import { actOf, type CommandContext } from '../command.ts';
import type { Services } from '../services.ts';
import { isOwner } from './access.ts';

/** What the object store holds, by document; only of those that it was asked about. */
export type Contents = ReadonlyMap<string, Content>;

/** What becomes of a command's documents: why some may not be evidence, and the writes that link the others. */
export interface JudgedDocuments {
  readonly refusals: readonly Refusal[];
  readonly writes: readonly Write[];
}

/** How a command takes documents as evidence: each part belongs to the part of its plan that has the same name. */
export interface NamedDocuments {
  readonly reads: readonly ItemKey[];
  /** Asks the object store about those of the caller's own documents whose upload is not recorded yet. */
  readonly look: (services: Services, context: CommandContext, items: Items) => Promise<Contents>;
  /**
   * Links the documents; the last of the command's rules, and the writes go with its own, where there is no refusal.
   *
   * Refusals, one of each document that may not be: `document-not-valid` (not the caller's organisation's own, not
   * uploaded, not as announced), `too-many-items`.
   */
  readonly judge: (context: CommandContext, items: Items, contents: Contents) => JudgedDocuments;
}

/** Of a command that names none. */
export const noDocuments: NamedDocuments = {
  reads: [],
  look: async () => new Map(),
  judge: () => ({ refusals: [], writes: [] }),
};

/** The documents that pieces of evidence name, each once however often it is named, as evidence of something. */
export function namedDocuments(
  evidence: readonly { readonly documentId: string | null }[],
  link: DocumentLink,
): NamedDocuments {
  const ids = [...new Set(evidence.flatMap(({ documentId }) => documentId ?? []))];
  return {
    reads: ids.map((id) => keyOfResource(documentLayout, id)),
    look: async ({ objects }, { caller, at }, items) => {
      const asked = ids.filter((id) => ownIn(items, caller, id)?.state.uploadedAt === null);
      const found = await Promise.all(asked.map(async (id) => [id, await readContent(objects, id, at)] as const));
      return new Map(found.flatMap(([id, content]) => (content ? [[id, content] as const] : [])));
    },
    judge: (context, items, contents) => {
      const refusals: Refusal[] = [];
      const writes: Write[] = [];
      for (const id of ids) {
        const stored = ownIn(items, context.caller, id);
        const decision = stored
          ? decideLink(stored.state, contents.get(id) ?? null, link, context.today)
          : noSuchDocument(id);
        if (decision.kind === 'refused') refusals.push(decision);
        // One that is evidence of the same already is not written again.
        else if (decision.events.length > 0) {
          writes.push(...record(documentLayout, id, stored, decision.events, actOf(context)).writes);
        }
      }
      return { refusals, writes };
    },
  };
}

/** A document of the organisation's own; another's is as if it were not there. */
function ownIn(items: Items, caller: Caller, documentId: string): Stored<Document> | null {
  const stored = storedIn(items, documentLayout, documentId);
  return stored && isOwner(caller, stored.state) ? stored : null;
}
