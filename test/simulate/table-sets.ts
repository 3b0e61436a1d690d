import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { ScanCommand, TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import type { ItemKey } from '../../shared/store/database.ts';
import { tables } from '../../shared/store/tables.ts';
import { LeanClient } from '../support/lean-client.ts';
import { createTables } from '../support/store-at.ts';

const deletesAtOnce = 100;

/**
 * The system's tables, used by one history after another: making them anew would take a third of its time. What a history
 * has written is taken out again, and that nothing is left is made sure.
 */
export class TableSets {
  readonly endpoint: string;
  readonly #client: LeanClient;
  readonly #free: string[] = [];
  #made = 0;

  constructor(endpoint: string) {
    this.endpoint = endpoint;
    this.#client = new LeanClient(endpoint);
  }

  /** The prefix of empty tables that nobody else uses. */
  async take(): Promise<string> {
    const free = this.#free.pop();
    if (free !== undefined) return free;
    this.#made += 1;
    const prefix = `s${process.pid}-${this.#made}`;
    await createTables(this.#client as unknown as DynamoDBClient, prefix);
    return prefix;
  }

  /** @throws Error where anything is left that the history did not tell of. */
  async giveBack(prefix: string, written: readonly ItemKey[]): Promise<void> {
    for (let start = 0; start < written.length; start += deletesAtOnce) {
      const TransactItems = written.slice(start, start + deletesAtOnce).map(({ table, key }) => ({
        Delete: { TableName: `${prefix}-${table}`, Key: marshall(key) },
      }));
      await this.#client.send(new TransactWriteItemsCommand({ TransactItems }));
    }
    for (const name of Object.keys(tables)) {
      const scan = new ScanCommand({ TableName: `${prefix}-${name}`, Limit: 1 });
      const { Items = [] } = (await this.#client.send(scan)) as { readonly Items?: readonly unknown[] };
      if (Items.length > 0) throw new Error(`${name} is not empty after a history: ${JSON.stringify(Items[0])}`);
    }
    this.#free.push(prefix);
  }

  destroy(): void {
    this.#client.destroy();
  }
}
