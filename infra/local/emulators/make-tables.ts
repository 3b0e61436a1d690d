import {
  CreateTableCommand,
  DescribeTableCommand,
  type DynamoDBClient,
  ResourceNotFoundException,
  UpdateTableCommand,
  waitUntilTableExists,
} from '@aws-sdk/client-dynamodb';
import type { TableModel } from '../template/stores.ts';

/**
 * Makes the tables that are not there yet, and the indexes that a newer template added to those that are. The emulator's
 * tables can be used at once; with another server we wait until they can.
 */
export async function makeTables(client: DynamoDBClient, tables: readonly TableModel[], wait: boolean): Promise<void> {
  await Promise.all(
    tables.map(async (table) => {
      await makeTable(client, table);
      if (wait) await waitUntilTableExists({ client, maxWaitTime: 60, minDelay: 1 }, { TableName: table.TableName });
    }),
  );
}

async function makeTable(client: DynamoDBClient, table: TableModel): Promise<void> {
  const present = await indexesOf(client, table.TableName);
  if (present === null) {
    await client.send(new CreateTableCommand(table));
    return;
  }
  for (const index of table.GlobalSecondaryIndexes ?? []) {
    if (index.IndexName === undefined || present.has(index.IndexName)) continue;
    const { IndexName, KeySchema, Projection } = index;
    await client.send(
      new UpdateTableCommand({
        TableName: table.TableName,
        AttributeDefinitions: table.AttributeDefinitions,
        GlobalSecondaryIndexUpdates: [{ Create: { IndexName, KeySchema, Projection } }],
      }),
    );
  }
}

/** The names of a table's indexes; null when there is no such table. */
async function indexesOf(client: DynamoDBClient, tableName: string): Promise<ReadonlySet<string> | null> {
  try {
    const { Table } = await client.send(new DescribeTableCommand({ TableName: tableName }));
    return new Set((Table?.GlobalSecondaryIndexes ?? []).flatMap(({ IndexName }) => IndexName ?? []));
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return null;
    throw error;
  }
}
