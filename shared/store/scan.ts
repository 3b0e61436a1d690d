import { ScanCommand } from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import { type Database, type Item, nameOf } from './database.ts';
import { type Page, patiently, projectionOf } from './read.ts';
import { attemptsMax, Unavailable, waitBeforeRetry } from './retry.ts';
import type { TableName } from './tables.ts';

export interface TableScan {
  readonly table: TableName;
  /** The attributes to answer; all unless told. */
  readonly attributes?: readonly string[];
  readonly after: Item | undefined;
  /** Items looked at, at most; a megabyte of them unless told. */
  readonly limit?: number | undefined;
}

/**
 * Reads one page of a whole table, strongly consistently. For checks alone: no function that answers a request has the
 * right to it. Items of one partition come together and in their order.
 */
export async function scanPage(database: Database, { table, attributes, after, limit }: TableScan): Promise<Page> {
  const command = new ScanCommand({
    TableName: nameOf(database, table),
    ConsistentRead: true,
    ...(attributes && projectionOf(attributes)),
    ...(limit !== undefined && { Limit: limit }),
    ...(after && { ExclusiveStartKey: marshall(after) }),
  });
  for (let attempt = 1; attempt <= attemptsMax; attempt += 1) {
    const answer = await patiently(() => database.client.send(command));
    if (answer) {
      const items = (answer.Items ?? []).map((item) => unmarshall(item));
      return { items, last: answer.LastEvaluatedKey ? unmarshall(answer.LastEvaluatedKey) : undefined };
    }
    await waitBeforeRetry(attempt);
  }
  throw new Unavailable(`a page of ${table} was not read in ${attemptsMax} attempts`);
}
