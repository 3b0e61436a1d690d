import type { ResourceKind } from '../domain/event.ts';
import type { Database } from './database.ts';
import { scanAll } from './scan.ts';
import { type TrailEvent, toEvent } from './trail.ts';

/** The whole history of one resource. */
export interface History {
  readonly kind: ResourceKind;
  readonly id: string;
  /** Oldest first. */
  readonly events: readonly TrailEvent[];
}

/** Every history of the trail, one after another, in no order that means anything: one pass over the table. */
export async function* scanHistories(database: Database): AsyncGenerator<History> {
  let key: string | null = null;
  let events: TrailEvent[] = [];
  for await (const item of scanAll(database, 'trail')) {
    if (key !== null && item.pk !== key) {
      yield historyOf(key, events);
      events = [];
    }
    key = String(item.pk);
    events.push(toEvent(item));
  }
  if (key !== null) yield historyOf(key, events);
}

const historyOf = (key: string, events: readonly TrailEvent[]): History => {
  const hash = key.indexOf('#');
  // The order within a partition is promised for a query alone, not for a scan.
  const inOrder = events.toSorted((one, two) => one.sequence - two.sequence);
  return { kind: key.slice(0, hash) as ResourceKind, id: key.slice(hash + 1), events: inOrder };
};
