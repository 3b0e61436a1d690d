import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { TableName } from './tables.ts';

/** The client and the names that the deployed tables have: all that the store needs. */
export interface Database {
  readonly client: DynamoDBClient;
  readonly tableNames: Readonly<Record<TableName, string>>;
  /** Asked before each transaction: once it has passed nothing more is written. By default there is no limit (decisions/0046). */
  readonly deadline?: Deadline;
}

/** Until when one call of a function may write. */
export interface Deadline {
  readonly hasPassed: () => boolean;
}

/** The place of one item. */
export interface ItemKey {
  readonly table: TableName;
  readonly key: Readonly<Record<string, string | number>>;
}

/** An item as plain JSON. */
export type Item = Readonly<Record<string, unknown>>;

/** The real name of a table. A function that was not given one fails with the table's own name. */
export function nameOf({ tableNames }: Database, table: TableName): string {
  const name = tableNames[table];
  if (!name) throw new Error(`this function was given no name for the table ${table}`);
  return name;
}
