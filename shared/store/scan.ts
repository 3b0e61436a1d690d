import { ScanCommand } from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import { type Database, type Item, nameOf } from './database.ts';
import { insistently, type Page, projectionOf } from './read.ts';
import type { TableName } from './tables.ts';

export interface TableScan {
  readonly table: TableName;
  /** The attributes to answer; all by default. */
  readonly attributes?: readonly string[];
  readonly after: Item | undefined;
  /** Items looked at, at most; a megabyte of them by default. */
  readonly limit?: number | undefined;
}

/**
 * Reads one page of a whole table, strongly consistently. For checks alone: no function that answers a request has the
 * right to it. Items of one partition come together; DynamoDB promises
 * their order for a query alone.
 */
export async function scanPage(database: Database, { table, attributes, after, limit }: TableScan): Promise<Page> {
  const command = new ScanCommand({
    TableName: nameOf(database, table),
    ConsistentRead: true,
    ...(attributes && projectionOf(attributes)),
    ...(limit !== undefined && { Limit: limit }),
    ...(after && { ExclusiveStartKey: marshall(after) }),
  });
  const answer = await insistently(() => database.client.send(command), `a page of ${table}`);
  const items = (answer.Items ?? []).map((item) => unmarshall(item));
  return { items, last: answer.LastEvaluatedKey ? unmarshall(answer.LastEvaluatedKey) : undefined };
}

/** Every item of a whole table, page by page. */
export async function* scanAll(database: Database, table: TableName): AsyncGenerator<Item> {
  let after: Item | undefined;
  do {
    const page = await scanPage(database, { table, after });
    yield* page.items;
    after = page.last;
  } while (after);
}
