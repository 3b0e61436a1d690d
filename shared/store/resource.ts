import type { DomainEvent, ResourceKind } from '../domain/event.ts';
import type { Count, Counts } from '../domain/figures.ts';
import type { Item, ItemKey } from './database.ts';
import type { Items } from './read.ts';
import type { TableName } from './tables.ts';
import { type Act, appendWrites, type ChainEnd, chain, chainStart, endOf } from './trail.ts';
import { absent, unchangedSince, type Write } from './transaction.ts';

/** A resource as it was read: its state, and where its history stands. */
export interface Stored<State> extends ChainEnd {
  readonly state: State;
}

/** How a kind of resource lies in its table. */
export interface ResourceLayout<State, Event extends DomainEvent> {
  readonly kind: ResourceKind;
  readonly table: TableName;
  readonly key: (id: string) => ItemKey['key'];
  readonly evolve: (state: State | null, event: Event) => State;
  /** What the table's indexes need beside the key; undefined leaves an item out of an index. */
  readonly indexed: (state: State, id: string) => Readonly<Record<string, string | undefined>>;
  /** What its events add to the programme's figures; a kind without it is not counted. */
  readonly counts?: Counts<State, Event>;
}

/** The form of the items of today; readers raise older forms to it. */
const schemaVersion = 1;

interface StateItem<State> {
  readonly schemaVersion?: number;
  readonly version: number;
  readonly hash: string;
  readonly data: State;
}

export const keyOfResource = <State, Event extends DomainEvent>(
  layout: ResourceLayout<State, Event>,
  id: string,
): ItemKey => ({ table: layout.table, key: layout.key(id) });

/** A resource among items that were read, or null. */
export function storedIn<State, Event extends DomainEvent>(
  items: Items,
  layout: ResourceLayout<State, Event>,
  id: string,
): Stored<State> | null {
  return toStored(items.get<StateItem<State>>(keyOfResource(layout, id)));
}

export function toStored<State>(item: object | undefined): Stored<State> | null {
  if (!item) return null;
  const { version, hash, data, schemaVersion: written = 1 } = item as StateItem<State>;
  // Of a version that is being deployed: whoever guessed at it could write half of it back.
  if (written > schemaVersion)
    throw new Error(`an item has the form ${written}; this version reads up to ${schemaVersion}`);
  return { version, hash, state: data };
}

export interface Recorded<State> {
  readonly stored: Stored<State>;
  readonly writes: readonly Write[];
}

/**
 * The writes that a resource's new events make: the events at the end of its chain, what they add to the figures, and
 * the state that they say, under the condition that nobody wrote it since it was read (or that it is new).
 */
export function record<State, Event extends DomainEvent>(
  layout: ResourceLayout<State, Event>,
  id: string,
  before: Stored<State> | null,
  events: readonly Event[],
  act: Act,
): Recorded<State> {
  let state: State | null = before ? before.state : null;
  const counts: Count[] = [];
  for (const event of events) {
    const after = layout.evolve(state, event);
    counts.push(...(layout.counts?.(state, event, after, act.at) ?? []));
    state = after;
  }
  if (state === null) throw new Error(`${layout.kind} ${id}: nothing to record`);
  const chained = chain(before ?? chainStart, events, act);
  const end = endOf(before ?? chainStart, chained);
  const stored = { state, ...end };
  const put: Write = {
    kind: 'put',
    table: layout.table,
    item: itemOf(layout, id, stored),
    condition: before ? unchangedSince(before.version) : absent(),
  };
  return { stored, writes: [put, ...appendWrites(layout.kind, id, chained), ...counts.map(countWrite)] };
}

const countWrite = (count: Count): Write => ({ kind: 'count', ...count });

/** The item that holds a resource's state: its key, what its table's indexes need, and where its history stands. */
export function itemOf<State, Event extends DomainEvent>(
  layout: ResourceLayout<State, Event>,
  id: string,
  stored: Stored<State>,
): Item {
  const { state, version, hash } = stored;
  const indexed = Object.entries(layout.indexed(state, id)).filter(([, value]) => value !== undefined);
  return { ...layout.key(id), ...Object.fromEntries(indexed), schemaVersion, version, hash, data: state };
}
