import type { DomainEvent } from '../domain/event.ts';
import type { Item } from '../store/database.ts';
import { queryPage, readItems } from '../store/read.ts';
import { keyOfResource, type ResourceLayout, type Stored, storedIn } from '../store/resource.ts';
import type { Services } from './services.ts';

/** A page of a list: how many, and after which place the one before ended. */
export interface PageRequest {
  readonly limit: number;
  /** What {@link ListPage.next} of the page before said. */
  readonly after: Item | undefined;
}

export interface ListPage<Entry> {
  readonly items: readonly Entry[];
  /** The place where the next page begins; undefined after the last. */
  readonly next: Item | undefined;
}

export const nothingListed = { items: [], next: undefined } as const;

/** One range of one index, which holds what is listed by creation unless it says otherwise. */
export interface ListRange {
  readonly index: string;
  readonly partitionKey: string;
  readonly value: string;
  /** Only what sorts before this, by the index's sort key. */
  readonly before?: { readonly sortKey: string; readonly value: string };
  /** First what sorts first; newest first by default. */
  readonly ascending?: boolean;
}

/** How many index pages a call looks through for matches before it answers with those it has and a cursor. */
const pagesMax = 10;

/**
 * Lists resources of an index's range, newest first by default. The index says only which; what is shown is read strongly from the
 * table itself, and matched there, so that a stale index never shows a state that is no more.
 */
export async function listResources<State, Event extends DomainEvent>(
  services: Services,
  layout: ResourceLayout<State, Event>,
  range: ListRange,
  matches: (state: State) => boolean,
  { limit, after }: PageRequest,
): Promise<ListPage<Stored<State>>> {
  const found: { readonly stored: Stored<State>; readonly place: Item }[] = [];
  let place = after;
  for (let page = 0; page < pagesMax; page += 1) {
    const { items, last } = await queryPage(services.database, {
      table: layout.table,
      index: range.index,
      ...conditionOf(range),
      descending: range.ascending !== true,
      // One more than is shown, so that the last page knows that it is the last.
      limit: limit + 1,
      after: place,
    });
    const read = await readItems(
      services.database,
      items.map((item) => keyOfResource(layout, String(item.pk))),
    );
    for (const item of items) {
      const stored = storedIn(read, layout, String(item.pk));
      if (stored && matches(stored.state)) found.push({ stored, place: item });
    }
    place = last;
    if (!place || found.length > limit) break;
  }
  const shown = found.slice(0, limit);
  // An item of an index that holds keys only is the key after which to go on.
  return { items: shown.map(({ stored }) => stored), next: found.length > limit ? shown.at(-1)?.place : place };
}

function conditionOf({ partitionKey, value, before }: ListRange) {
  const names = { '#partition': partitionKey };
  const values = { ':value': value };
  if (!before) return { expression: '#partition = :value', names, values };
  return {
    expression: '#partition = :value AND #sort < :before',
    names: { ...names, '#sort': before.sortKey },
    values: { ...values, ':before': before.value },
  };
}
