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

/** One range of one index, which holds what is listed by creation. */
export interface ListRange {
  readonly index: string;
  readonly partitionKey: string;
  readonly value: string;
}

/** How many index pages a call looks through for matches before it answers with those it has and a cursor. */
const pagesMax = 10;

/**
 * Lists resources of an index's range, newest first. The index says only which; what is shown is read strongly from the
 * table itself, and matched there, so that a stale index never shows a state that is no more.
 */
export async function listResources<State, Event extends DomainEvent>(
  services: Services,
  layout: ResourceLayout<State, Event>,
  range: ListRange,
  matches: (state: State) => boolean,
  { limit, after }: PageRequest,
): Promise<ListPage<Stored<State>>> {
  const found: Stored<State>[] = [];
  let place = after;
  for (let page = 0; page < pagesMax; page += 1) {
    const { items, last } = await queryPage(services.database, {
      table: layout.table,
      index: range.index,
      expression: '#partition = :value',
      names: { '#partition': range.partitionKey },
      values: { ':value': range.value },
      descending: true,
      limit: limit - found.length,
      after: place,
    });
    const ids = items.map((item) => String(item.pk));
    const read = await readItems(
      services.database,
      ids.map((id) => keyOfResource(layout, id)),
    );
    for (const id of ids) {
      const stored = storedIn(read, layout, id);
      if (stored && matches(stored.state)) found.push(stored);
    }
    place = last;
    if (!place || found.length === limit) break;
  }
  return { items: found, next: place };
}
