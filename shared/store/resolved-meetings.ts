import type { Database, ItemKey } from './database.ts';
import { queryPage } from './read.ts';
import type { Write } from './transaction.ts';

/** Meetings whose resolutions are not carried out whole, in the order in which they were resolved. */
const list = 'to-carry-out';

const orderOf = (resolvedAt: string, meetingId: string): string => `${resolvedAt}#${meetingId}`;

const key = (resolvedAt: string, meetingId: string): ItemKey => ({
  table: 'meetings',
  key: { pk: list, sk: orderOf(resolvedAt, meetingId) },
});

/** A resolution is to be carried out. */
export const toCarryOutWrite = (resolvedAt: string, meetingId: string): Write => ({
  kind: 'put',
  table: 'meetings',
  item: { ...key(resolvedAt, meetingId).key, meetingId },
});

/** All of it has been. */
export const carriedOutWrite = (resolvedAt: string, meetingId: string): Write => ({
  kind: 'remove',
  ...key(resolvedAt, meetingId),
});

/**
 * The place up to which the line of settlement is whole: claims of meetings resolved later wait until those of the first
 * meeting that is still being carried out have taken their places (R25). null where every resolution is carried out.
 */
export async function readWholeUpTo(database: Database): Promise<string | null> {
  const { items } = await queryPage(database, {
    table: 'meetings',
    expression: '#pk = :list',
    names: { '#pk': 'pk' },
    values: { ':list': list },
    limit: 1,
  });
  // Every place of that meeting begins with its order, and its items take them one after another.
  return items[0] ? `${String(items[0].sk)}~` : null;
}
