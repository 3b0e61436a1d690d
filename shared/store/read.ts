import { isDeepStrictEqual } from 'node:util';
import {
  type AttributeValue,
  BatchGetItemCommand,
  type KeysAndAttributes,
  QueryCommand,
} from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import { type Database, type Item, type ItemKey, nameOf } from './database.ts';
import { failureOf } from './failure.ts';
import { attemptsMax, Unavailable, waitBeforeRetry } from './retry.ts';
import { type TableDefinition, type TableName, tables } from './tables.ts';

/** What a batch of reads found, by the keys that were asked. */
export class Items {
  readonly #found: ReadonlyMap<string, Item>;
  constructor(found: ReadonlyMap<string, Item>) {
    this.#found = found;
  }
  /** The item at a key, or undefined where there is none. The caller names the type that it was written with. */
  get<T extends object = Item>(key: ItemKey): T | undefined {
    return this.#found.get(identityOf(key)) as T | undefined;
  }
  /** These and others as one. */
  and(others: Items): Items {
    return new Items(new Map([...this.#found, ...others.#found]));
  }
  /** Whether both found the same items, with the same attributes. */
  equals(others: Items): boolean {
    return isDeepStrictEqual(this.#found, others.#found);
  }
}

const keysInOneCall = 100;

/** Which part of each item is read: all of it, its key, to know whether it is there, or some attributes beside the key. */
export type ItemPart = 'all' | 'key' | readonly string[];

/** Reads items strongly consistently, a hundred a call; what DynamoDB leaves out is asked again. */
export async function readItems(database: Database, keys: readonly ItemKey[], part: ItemPart = 'all'): Promise<Items> {
  const found = new Map<string, Item>();
  const distinct = [...new Map(keys.map((key) => [identityOf(key), key])).values()];
  for (let start = 0; start < distinct.length; start += keysInOneCall) {
    await readBatch(database, distinct.slice(start, start + keysInOneCall), part, found);
  }
  return new Items(found);
}

async function readBatch(
  database: Database,
  keys: readonly ItemKey[],
  part: ItemPart,
  found: Map<string, Item>,
): Promise<void> {
  const tableOf = new Map(keys.map(({ table }) => [nameOf(database, table), table]));
  let asked: Record<string, KeysAndAttributes & { readonly Keys: Record<string, AttributeValue>[] }> = {};
  for (const { table, key } of keys) {
    const name = nameOf(database, table);
    asked[name] ??= { Keys: [], ConsistentRead: true, ...partOf(table, part) };
    asked[name].Keys.push(marshall(key));
  }
  for (let attempt = 1; attempt <= attemptsMax; attempt += 1) {
    const answer = await patiently(() => database.client.send(new BatchGetItemCommand({ RequestItems: asked })));
    for (const [name, items] of Object.entries(answer?.Responses ?? {})) {
      const table = tableOf.get(name);
      if (!table) continue;
      for (const item of items) {
        const plain = unmarshall(item);
        found.set(identityOf({ table, key: keyOf(table, plain) }), plain);
      }
    }
    const left = answer ? (answer.UnprocessedKeys ?? {}) : asked;
    if (Object.keys(left).length === 0) return;
    asked = left as typeof asked;
    await waitBeforeRetry(attempt);
  }
  throw new Unavailable(`${keys.length} items were not read in ${attemptsMax} attempts`);
}

export interface RangeQuery {
  readonly table: TableName;
  readonly index?: string;
  /** Such as `#pk = :pk AND begins_with(#sk, :start)`. */
  readonly expression: string;
  readonly names: Readonly<Record<string, string>>;
  readonly values: Item;
  /** Items looked at, at most. */
  readonly limit?: number;
  readonly descending?: boolean;
  readonly after?: Item | undefined;
}

export interface Page {
  readonly items: readonly Item[];
  /** The key after which the next page begins; undefined when there is none. */
  readonly last: Item | undefined;
}

/** Reads one page of a range: strongly from a table, as DynamoDB can from an index. */
export async function queryPage(database: Database, query: RangeQuery): Promise<Page> {
  const command = new QueryCommand({
    TableName: nameOf(database, query.table),
    ...(query.index ? { IndexName: query.index } : { ConsistentRead: true }),
    KeyConditionExpression: query.expression,
    ExpressionAttributeNames: query.names,
    ExpressionAttributeValues: marshall(query.values),
    ScanIndexForward: !query.descending,
    ...(query.limit !== undefined && { Limit: query.limit }),
    ...(query.after && { ExclusiveStartKey: marshall(query.after) }),
  });
  const answer = await insistently(() => database.client.send(command), `a range of ${query.table}`);
  const items = (answer.Items ?? []).map((item) => unmarshall(item));
  return { items, last: answer.LastEvaluatedKey ? unmarshall(answer.LastEvaluatedKey) : undefined };
}

/** Every item of a range, page by page, for ranges that are bounded by what they are. */
export async function* queryAll(database: Database, query: RangeQuery): AsyncGenerator<Item> {
  let after = query.after;
  do {
    const page = await queryPage(database, { ...query, after });
    yield* page.items;
    after = page.last;
  } while (after);
}

/**
 * Tries a read, or a write that may be sent twice, until it is answered.
 *
 * @throws Unavailable when no attempt was.
 */
export async function insistently<Answer>(send: () => Promise<Answer>, what: string): Promise<Answer> {
  for (let attempt = 1; attempt <= attemptsMax; attempt += 1) {
    const answer = await patiently(send);
    if (answer) return answer;
    await waitBeforeRetry(attempt);
  }
  throw new Unavailable(`${what} was not read in ${attemptsMax} attempts`);
}

/** Undefined where a read may simply be tried again: a read has no effect whose fate could be unknown. */
async function patiently<Answer>(send: () => Promise<Answer>): Promise<Answer | undefined> {
  try {
    return await send();
  } catch (error) {
    const failure = failureOf(error);
    if (failure === 'busy' || failure === 'unknown') return undefined;
    throw error;
  }
}

/** The attributes that a table's keys are made of. */
export function keyNamesOf(table: TableName): readonly string[] {
  const { partitionKey, sortKey }: TableDefinition = tables[table];
  return sortKey ? [partitionKey, sortKey] : [partitionKey];
}

function partOf(table: TableName, part: ItemPart) {
  if (part === 'all') return {};
  return projectionOf([...keyNamesOf(table), ...(part === 'key' ? [] : part)]);
}

/** Asks for some attributes of each item only. */
export const projectionOf = (attributes: readonly string[]) => ({
  ProjectionExpression: attributes.map((_, index) => `#p${index}`).join(', '),
  ExpressionAttributeNames: Object.fromEntries(attributes.map((attribute, index) => [`#p${index}`, attribute])),
});

const keyOf = (table: TableName, item: Item): ItemKey['key'] =>
  Object.fromEntries(keyNamesOf(table).map((name) => [name, item[name] as string | number]));

function identityOf({ table, key }: ItemKey): string {
  return JSON.stringify([table, ...Object.values(key)]);
}
