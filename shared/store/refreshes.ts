import type { Day } from '../domain/calendar.ts';
import { evolveRefreshOrder, type RefreshOrder, type RefreshOrdered } from '../domain/refresh-order.ts';
import type { Database, ItemKey } from './database.ts';
import { readItems } from './read.ts';
import { keyOfResource, type ResourceLayout, record, storedIn } from './resource.ts';
import type { Act } from './trail.ts';
import { absent, type Write } from './transaction.ts';

/** The order of a refresh: who wanted it and why is in its trail (R30). The refresh of a night is nobody's order. */
export const refreshLayout: ResourceLayout<RefreshOrder, RefreshOrdered> = {
  kind: 'refreshes',
  table: 'imports',
  key: (refreshId) => ({ pk: refreshId, sk: 'order' }),
  evolve: evolveRefreshOrder,
  indexed: () => ({ roster: 'refreshes' }),
};

/** How far a refresh of the list is. What it changed is in the trail of each enterprise, with the refresh as its cause. */
export interface RefreshItem {
  readonly refreshId: string;
  readonly startedAt: string;
  readonly startedBy: string;
  /** Enterprises found so far, and of these those looked at and those whose standing has changed. */
  readonly total: number;
  readonly processed: number;
  readonly changed: number;
  /** Whether all of them are found. */
  readonly enumerated: boolean;
  /** The last member that was found; "" before the first. */
  readonly cursor: string;
}

const refreshKey = (refreshId: string): ItemKey => ({
  table: 'imports',
  key: { pk: refreshId, sk: 'refresh' },
});

export interface RefreshReading {
  readonly progress: RefreshItem;
  /** null for the refresh of a night, and for one from before orders were kept. */
  readonly order: RefreshOrder | null;
}

/** A refresh with its order, or null if there is none. */
export async function readRefreshWithOrder(database: Database, refreshId: string): Promise<RefreshReading | null> {
  const items = await readItems(database, [refreshKey(refreshId), keyOfResource(refreshLayout, refreshId)]);
  const progress = items.get<RefreshItem>(refreshKey(refreshId));
  return progress ? { progress, order: storedIn(items, refreshLayout, refreshId)?.state ?? null } : null;
}

export const readRefreshItem = async (database: Database, refreshId: string): Promise<RefreshItem | null> =>
  (await readItems(database, [refreshKey(refreshId)])).get<RefreshItem>(refreshKey(refreshId)) ?? null;

/** Begins a refresh: its order with the event of it, and that nothing is found yet. */
export const newRefreshWrites = (order: Omit<RefreshOrder, 'orderedAt'>, act: Act): readonly Write[] => {
  const { refreshId } = order;
  const ordered: RefreshOrdered = { type: 'refresh-ordered', data: { ...order, orderedAt: act.at } };
  const item: RefreshItem = {
    refreshId,
    startedAt: act.at,
    startedBy: act.actor.sub,
    total: 0,
    processed: 0,
    changed: 0,
    enumerated: false,
    cursor: '',
  };
  return [
    { kind: 'put', table: 'imports', item: { ...refreshKey(refreshId).key, ...item }, condition: absent() },
    ...record(refreshLayout, refreshId, null, [ordered], act).writes,
  ];
};

const counters = { '#total': 'total', '#processed': 'processed', '#changed': 'changed' };

/** Notes members found by a full refresh; refused where another worker has gone on from the same place. */
export const foundWrite = (
  { refreshId, cursor }: RefreshItem,
  found: { readonly count: number; readonly cursor: string; readonly enumerated: boolean },
): Write => ({
  kind: 'update',
  ...refreshKey(refreshId),
  set: {
    expression: 'SET #cursor = :cursor, #enumerated = :enumerated ADD #total :count',
    names: { '#cursor': 'cursor', '#enumerated': 'enumerated', '#total': 'total' },
    values: { ':cursor': found.cursor, ':enumerated': found.enumerated, ':count': found.count },
  },
  condition: { expression: '#cursor = :read', names: { '#cursor': 'cursor' }, values: { ':read': cursor } },
});

/** Notes the enterprises that a night has found due; makes the night's item with the first of them. */
export const dueWrite = (day: Day, at: string, count: number): Write => ({
  kind: 'update',
  ...refreshKey(nightRefreshId(day)),
  set: {
    expression:
      'SET #id = :id, #at = if_not_exists(#at, :at), #by = :by, #cursor = :none, #enumerated = :true ADD #total :count, #processed :zero, #changed :zero',
    names: {
      ...counters,
      '#id': 'refreshId',
      '#at': 'startedAt',
      '#by': 'startedBy',
      '#cursor': 'cursor',
      '#enumerated': 'enumerated',
    },
    values: {
      ':id': nightRefreshId(day),
      ':at': at,
      ':by': 'job:refresh-list',
      ':none': '',
      ':true': true,
      ':count': count,
      ':zero': 0,
    },
  },
});

export const nightRefreshId = (day: Day): string => `night-${day}`;

/** Counts enterprises that were looked at, and those of them whose standing has changed. */
export const lookedAtWrite = (refreshId: string, processed: number, changed: number): Write => ({
  kind: 'update',
  ...refreshKey(refreshId),
  set: {
    expression: 'ADD #processed :processed, #changed :changed',
    names: { '#processed': 'processed', '#changed': 'changed' },
    values: { ':processed': processed, ':changed': changed },
  },
});
