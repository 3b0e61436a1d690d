import type { Document } from '../../domain/document.ts';
import type { DomainEvent, ResourceKind } from '../../domain/event.ts';
import { claimLayout } from '../../store/claims.ts';
import type { Database } from '../../store/database.ts';
import { inclusionLayout } from '../../store/inclusions.ts';
import { loanLayout } from '../../store/loans.ts';
import { type Items, readItems } from '../../store/read.ts';
import { keyOfResource, type ResourceLayout, storedIn } from '../../store/resource.ts';
import type { Evidenced } from './access.ts';

/** Reads what a document is linked to, and the last claim of each loan among it: at most two calls of a hundred items. */
export async function readEvidenced(database: Database, document: Document): Promise<Evidenced> {
  const [loanIds, claimIds, inclusionIds] = [
    linkedTo(document, loanLayout),
    linkedTo(document, claimLayout),
    linkedTo(document, inclusionLayout),
  ];
  const linked = await readItems(database, [
    ...loanIds.map((id) => keyOfResource(loanLayout, id)),
    ...claimIds.map((id) => keyOfResource(claimLayout, id)),
    ...inclusionIds.map((id) => keyOfResource(inclusionLayout, id)),
  ]);
  const loans = statesIn(linked, loanLayout, loanIds);
  const ofLoans = loans.flatMap(({ claimId }) => (claimId === null || claimIds.includes(claimId) ? [] : [claimId]));
  const others = await readItems(
    database,
    ofLoans.map((id) => keyOfResource(claimLayout, id)),
  );
  return {
    loans,
    claims: [...statesIn(linked, claimLayout, claimIds), ...statesIn(others, claimLayout, ofLoans)],
    inclusions: statesIn(linked, inclusionLayout, inclusionIds),
  };
}

const linkedTo = ({ links }: Document, { kind }: { readonly kind: ResourceKind }): readonly string[] =>
  links.filter((link) => link.kind === kind).map(({ id }) => id);

const statesIn = <State, Event extends DomainEvent>(
  items: Items,
  layout: ResourceLayout<State, Event>,
  ids: readonly string[],
) => ids.flatMap((id) => storedIn(items, layout, id)?.state ?? []);
