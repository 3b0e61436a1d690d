import type { DynamoDBClient, TransactWriteItemsCommandInput } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { Services } from '../../shared/operations/services.ts';
import { indexesOf } from '../../shared/store/indexes.ts';
import { type TableDefinition, type TableName, tables } from '../../shared/store/tables.ts';

/** What one command takes of a partition: write units of a table or index, or read units of an item. */
export interface Touch {
  /** The table, or table and index, and the value of its partition key. */
  readonly place: string;
  readonly key: string;
  readonly writeUnits: number;
  readonly readUnits: number;
}

type Item = Readonly<Record<string, unknown>>;

/**
 * Counts what each command takes of each partition key, by the sizes of its items: a transaction pays two write units for
 * each kilobyte of an item, an index one for each entry that appears or vanishes, a strong read one for each four.
 */
export class UnitCounter {
  readonly #names: ReadonlyMap<string, TableName>;
  readonly #stored = new Map<string, Item>();
  #touches: Touch[] = [];
  #measured = 0;

  constructor({ database }: Services) {
    this.#names = new Map(Object.entries(database.tableNames).map(([name, real]) => [real, name as TableName]));
    this.#stand(database.client);
  }

  /** An item that is there already, so that its size is known when it is written to. */
  know(table: TableName, item: Item): void {
    this.#stored.set(this.#identityOf(table, item), item);
  }

  #identityOf(table: TableName, item: Item): string {
    const { partitionKey, sortKey }: TableDefinition = tables[table];
    return JSON.stringify([table, item[partitionKey], sortKey && item[sortKey]]);
  }

  /** What was taken since the last reading, and what DynamoDB itself counted as written. */
  read(): { readonly touches: readonly Touch[]; readonly measured: number } {
    const read = { touches: this.#touches, measured: this.#measured };
    this.#touches = [];
    this.#measured = 0;
    return read;
  }

  #stand(client: DynamoDBClient): void {
    type Next = (args: { input: Item }) => Promise<{ output: Item }>;
    const around =
      (next: Next, { commandName }: { commandName?: string }) =>
      async (args: { input: Item }) => {
        const answer = await next({ ...args, input: { ...args.input, ReturnConsumedCapacity: 'TOTAL' } });
        if (commandName === 'TransactWriteItemsCommand') {
          const consumed = (answer.output.ConsumedCapacity ?? []) as readonly { readonly CapacityUnits?: number }[];
          this.#measured += consumed.reduce((sum, { CapacityUnits = 0 }) => sum + CapacityUnits, 0);
          this.#countWrites(args.input as unknown as TransactWriteItemsCommandInput);
        }
        if (commandName === 'BatchGetItemCommand') this.#countReads(answer.output);
        return answer;
      };
    const stack = client.middlewareStack as unknown as {
      add(middleware: typeof around, options: { step: 'initialize'; name: string }): void;
    };
    stack.add(around, { step: 'initialize', name: 'units' });
  }

  #countWrites({ TransactItems = [] }: TransactWriteItemsCommandInput): void {
    for (const { Put, Update, Delete, ConditionCheck } of TransactItems) {
      const table = this.#names.get((Put ?? Update ?? Delete ?? ConditionCheck)?.TableName ?? '');
      if (!table) continue;
      const { partitionKey }: TableDefinition = tables[table];
      const after = unmarshall(Put?.Item ?? Update?.Key ?? Delete?.Key ?? ConditionCheck?.Key ?? {});
      const identity = this.#identityOf(table, after);
      const before = this.#stored.get(identity);
      const item = Put ? after : (before ?? after);
      const size = Math.max(sizeOf(item), before ? sizeOf(before) : 0);
      const added = Update ? JSON.stringify(Update.ExpressionAttributeValues ?? {}).length : 0;
      const key = String(after[partitionKey]);
      this.#touch(table, key, 2 * Math.max(1, Math.ceil((size + added) / 1024)), 0);
      if (Put) this.#countIndexes(table, before, after);
      if (Put) this.#stored.set(identity, after);
      if (Delete) this.#stored.delete(identity);
    }
  }

  /** Indexes hold keys only: an entry costs where it appears, and where it vanishes. */
  #countIndexes(table: TableName, before: Item | undefined, after: Item): void {
    for (const [name, { partitionKey, sortKey }] of Object.entries(indexesOf(table))) {
      const keys = (item: Item | undefined) =>
        item?.[partitionKey] === undefined || item[sortKey] === undefined
          ? null
          : `${item[partitionKey]} ${item[sortKey]}`;
      if (keys(before) === keys(after)) continue;
      if (keys(before) !== null) this.#touch(`${table} · ${name}`, String(before?.[partitionKey]), 1, 0);
      if (keys(after) !== null) this.#touch(`${table} · ${name}`, String(after[partitionKey]), 1, 0);
    }
  }

  #countReads({ Responses = {} }: { readonly Responses?: unknown }): void {
    for (const [real, items] of Object.entries(Responses as Readonly<Record<string, readonly Item[]>>)) {
      const table = this.#names.get(real);
      if (!table) continue;
      const { partitionKey }: TableDefinition = tables[table];
      for (const marshalled of items) {
        const item = unmarshall(marshalled as Parameters<typeof unmarshall>[0]);
        this.#touch(table, String(item[partitionKey]), 0, Math.ceil(sizeOf(item) / 4096));
      }
    }
  }

  #touch(place: string, key: string, writeUnits: number, readUnits: number): void {
    this.#touches.push({ place, key, writeUnits, readUnits });
  }
}

/** About as DynamoDB counts it: names and values in UTF-8, a number two digits a byte. */
function sizeOf(value: unknown): number {
  if (typeof value === 'string') return Buffer.byteLength(value);
  if (typeof value === 'number') return 1 + Math.ceil(String(value).length / 2);
  if (Array.isArray(value)) return 3 + value.reduce((sum, each) => sum + 1 + sizeOf(each), 0);
  if (typeof value !== 'object' || value === null) return 1;
  return Object.entries(value).reduce((sum, [name, each]) => sum + Buffer.byteLength(name) + 1 + sizeOf(each), 3);
}
