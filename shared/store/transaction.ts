import { type TransactWriteItem, TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import type { Count } from '../domain/figures.ts';
import { type Database, type Item, type ItemKey, nameOf } from './database.ts';
import { failureOf, isContended } from './failure.ts';
import { bucketUpdates } from './figure-buckets.ts';
import { Unavailable } from './retry.ts';

export interface Condition {
  readonly expression: string;
  readonly names?: Readonly<Record<string, string>>;
  readonly values?: Item;
}

/**
 * One write of a transaction as plain data, so that a test reads it without a client. All counts of a transaction become
 * additions to a few buckets of figures, so that whoever records something need not know what else is recorded with it.
 */
export type Write = ItemWrite | ({ readonly kind: 'count' } & Count);

/** A write of one item. */
export type ItemWrite =
  | { readonly kind: 'put'; readonly table: ItemKey['table']; readonly item: Item; readonly condition?: Condition }
  | ({ readonly kind: 'update'; readonly set: Condition; readonly condition?: Condition } & ItemKey)
  | ({ readonly kind: 'check'; readonly condition: Condition } & ItemKey)
  | ({ readonly kind: 'remove'; readonly condition?: Condition } & ItemKey);

/** DynamoDB's own bound on one transaction. */
export const writesMax = 100;

/**
 * How a transaction ended. `refused`: a condition did not hold, nothing was written. `busy`: a conflict or throttle,
 * nothing was written. `contended`: busy, and what it met was another transaction on its last item. `unknown`: no answer
 * came; it may have been applied.
 */
export type Commit = 'committed' | 'refused' | 'busy' | 'contended' | 'unknown';

/**
 * Writes all or nothing. Throws only what a retry cannot fix.
 *
 * @throws Unavailable when the deadline of the call has passed: nothing is sent then.
 */
export async function commit(database: Database, writes: readonly Write[]): Promise<Commit> {
  const items = itemWrites(writes);
  if (items.length > writesMax) throw new Error(`${items.length} writes in one transaction; ${writesMax} are allowed`);
  const command = new TransactWriteItemsCommand({ TransactItems: toItems(database, items) });
  // Last of all: a process that was frozen after its answer goes on in the middle of what it was doing.
  if (database.deadline?.hasPassed()) throw new Unavailable('the time to write has passed; nothing was sent');
  try {
    await database.client.send(command);
    return 'committed';
  } catch (error) {
    const failure = failureOf(error);
    if (failure === 'fatal') throw error;
    return failure === 'busy' && isContended(error, items.length - 1) ? 'contended' : failure;
  }
}

/** The items that some writes touch, as many as a transaction counts: the buckets of the figures first, the rest in order. */
export function itemWrites(writes: readonly Write[]): readonly ItemWrite[] {
  const items: ItemWrite[] = [];
  const counts: Count[] = [];
  for (const write of writes) {
    if (write.kind === 'count') counts.push(write);
    else items.push(write);
  }
  if (counts.length === 0) return items;
  // The same command counts in the same shard, however often it is tried.
  const [first] = items;
  const seed = first ? JSON.stringify(first.kind === 'put' ? first.item.pk : first.key) : '';
  return [...bucketUpdates(counts, seed).map((update) => ({ kind: 'update', ...update }) as const), ...items];
}

/** The SDK's form of the writes. */
export const toItems = (database: Database, writes: readonly ItemWrite[]): TransactWriteItem[] =>
  writes.map((write) => toItem(database, write));

function toItem(database: Database, write: ItemWrite): TransactWriteItem {
  const TableName = nameOf(database, write.table);
  const condition = write.condition;
  const asked = condition ? { ConditionExpression: condition.expression } : {};
  if (write.kind === 'put') return { Put: { TableName, Item: marshall(write.item), ...asked, ...bound(condition) } };
  const Key = marshall(write.key);
  if (write.kind === 'remove') return { Delete: { TableName, Key, ...asked, ...bound(condition) } };
  if (write.kind === 'update') {
    const both = bound(write.set, condition);
    return { Update: { TableName, Key, UpdateExpression: write.set.expression, ...asked, ...both } };
  }
  return { ConditionCheck: { TableName, Key, ConditionExpression: write.condition.expression, ...bound(condition) } };
}

function bound(...parts: readonly (Condition | undefined)[]) {
  const names = Object.assign({}, ...parts.map((part) => part?.names));
  const values = Object.assign({}, ...parts.map((part) => part?.values));
  return {
    ...(Object.keys(names).length > 0 && { ExpressionAttributeNames: names }),
    ...(Object.keys(values).length > 0 && { ExpressionAttributeValues: marshall(values) }),
  };
}

/** The item must not be there yet. */
export const absent = (attribute = 'pk'): Condition => ({
  expression: 'attribute_not_exists(#absent)',
  names: { '#absent': attribute },
});

/** The item must be as it was read. */
export const unchangedSince = (version: number): Condition => ({
  expression: '#version = :readVersion',
  names: { '#version': 'version' },
  values: { ':readVersion': version },
});
