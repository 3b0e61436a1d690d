import { addDays, type Day, startOf } from '../domain/calendar.ts';
import type { ResourceKind } from '../domain/event.ts';
import type { Database, Item } from './database.ts';
import { type Page, queryPage, readItems } from './read.ts';
import { resourceOfTrailKey, type TrailEvent, toEvent } from './trail.ts';

/** An event and whose it is. */
export interface FoundEvent extends TrailEvent {
  readonly kind: ResourceKind;
  readonly id: string;
}

/** The keys of one page of a Shanghai day's events, newest first. */
export const queryDay = (database: Database, day: Day, limit: number, after: Item | undefined): Promise<Page> =>
  queryPage(database, {
    table: 'trail',
    index: 'byDay',
    expression: '#day = :day',
    names: { '#day': 'day' },
    values: { ':day': day },
    descending: true,
    limit,
    after,
  });

/** The keys of one page of what somebody did from one Shanghai day through another, newest first. */
export const queryActor = (
  database: Database,
  { actor, from, to }: { readonly actor: string; readonly from: Day; readonly to: Day },
  limit: number,
  after: Item | undefined,
): Promise<Page> =>
  queryPage(database, {
    table: 'trail',
    index: 'byActor',
    expression: '#actor = :actor AND #at BETWEEN :from AND :before',
    names: { '#actor': 'actorSub', '#at': 'atKey' },
    // Every key is longer than its instant, so that the first instant of the day after is beyond what is asked.
    values: { ':actor': actor, ':from': startOf(from), ':before': startOf(addDays(to, 1)) },
    descending: true,
    limit,
    after,
  });

/** The events that an index names, in its order, from the trail itself. */
export async function readEvents(database: Database, keys: readonly Item[]): Promise<readonly FoundEvent[]> {
  const asked = keys.map((key) => ({
    table: 'trail' as const,
    key: { pk: String(key.pk), sequence: Number(key.sequence) },
  }));
  const items = await readItems(database, asked);
  return asked.flatMap((itemKey) => {
    const item = items.get(itemKey);
    if (!item) return [];
    const { kind, id } = resourceOfTrailKey(itemKey.key.pk);
    return [{ ...toEvent(item), kind: kind as ResourceKind, id }];
  });
}
