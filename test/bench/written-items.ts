import {
  type AttributeValue,
  BatchGetItemCommand,
  type BatchWriteItemCommandInput,
  type DynamoDBClient,
  type TransactWriteItemsCommandInput,
} from '@aws-sdk/client-dynamodb';
import type { Services } from '../../shared/operations/services.ts';
import { keyNamesOf } from '../../shared/store/read.ts';
import type { TableName } from '../../shared/store/tables.ts';
import type { BareRequest } from './bare-writes.ts';

type Key = Record<string, AttributeValue>;

const keysInCall = 100;

/** Notes every item that the services' client puts or updates, so that what an import leaves behind can be read again. */
export class WrittenItems {
  readonly #client: DynamoDBClient;
  readonly #realNames: Readonly<Record<TableName, string>>;
  readonly #tableOf: ReadonlyMap<string, TableName>;
  #keys = new Map<string, { readonly table: TableName; readonly key: Key }>();

  constructor({ database: { client, tableNames } }: Services) {
    this.#client = client;
    this.#realNames = tableNames;
    const names = Object.entries(tableNames) as readonly (readonly [TableName, string])[];
    this.#tableOf = new Map(names.map(([table, real]) => [real, table]));
    client.middlewareStack.add(
      (next) => (args) => {
        this.#note(args.input as TransactWriteItemsCommandInput & BatchWriteItemCommandInput);
        return next(args);
      },
      { step: 'initialize', name: 'written-items' },
    );
  }

  /** The items noted since the last time, as they are now, addressed to the tables of another store. */
  async *take(target: Services): AsyncGenerator<readonly BareRequest[]> {
    const noted = [...this.#keys.values()];
    this.#keys = new Map();
    for (let start = 0; start < noted.length; start += keysInCall) {
      let asked: Record<string, { Keys: Key[]; ConsistentRead: true }> = {};
      for (const { table, key } of noted.slice(start, start + keysInCall)) {
        const real = this.#realNames[table];
        asked[real] ??= { Keys: [], ConsistentRead: true };
        asked[real].Keys.push(key);
      }
      const found: BareRequest[] = [];
      while (Object.keys(asked).length > 0) {
        const { Responses = {}, UnprocessedKeys = {} } = await this.#client.send(
          new BatchGetItemCommand({ RequestItems: asked }),
        );
        for (const [real, items] of Object.entries(Responses)) {
          const table = target.database.tableNames[this.#tableOf.get(real) as TableName];
          for (const Item of items) found.push({ table, request: { PutRequest: { Item } } });
        }
        asked = UnprocessedKeys as typeof asked;
      }
      yield found;
    }
  }

  #note({ TransactItems = [], RequestItems = {} }: TransactWriteItemsCommandInput & BatchWriteItemCommandInput): void {
    for (const { Put, Update } of TransactItems) {
      this.#add(Put?.TableName, Put?.Item);
      this.#add(Update?.TableName, Update?.Key);
    }
    for (const [real, requests] of Object.entries(RequestItems)) {
      // Reads name their keys in the same field, in another form.
      if (Array.isArray(requests)) for (const { PutRequest } of requests) this.#add(real, PutRequest?.Item);
    }
  }

  #add(real: string | undefined, item: Key | undefined): void {
    const table = real === undefined ? undefined : this.#tableOf.get(real);
    if (!table || !item) return;
    const key = Object.fromEntries(keyNamesOf(table).map((name) => [name, item[name] as AttributeValue]));
    this.#keys.set(JSON.stringify([table, key]), { table, key });
  }
}
