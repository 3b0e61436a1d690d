import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb';
import type { Services } from '../../shared/operations/services.ts';
import { createServices } from '../../shared/platform/services.ts';
import type { Database } from '../../shared/store/database.ts';
import { type TableName, tables } from '../../shared/store/tables.ts';
import { readCityFiles } from '../deployment/read-settings.ts';
import { openClock } from '../local/clock.ts';
import { openDataFolder } from '../local/data-folder.ts';
import { endpointPath, startDynamodb } from '../local/emulators/dynamodb.ts';
import { StartError } from '../local/start-error.ts';

/** The data of a system, for tools that work on it from outside. */
export interface OpenData {
  readonly services: Services;
  close(): Promise<void>;
}

/** The tables of the city in the cloud that `CITY` names, with the rights of who runs the tool. */
export async function openCity(): Promise<OpenData> {
  const { settings } = readCityFiles();
  const client = new DynamoDBClient({
    region: settings.region,
    ...(process.env.DYNAMODB_ENDPOINT && { endpoint: process.env.DYNAMODB_ENDPOINT }),
  });
  return openedAt(
    client,
    `${settings.city}-loans-data-`,
    () => new Date().toISOString(),
    async () => client.destroy(),
  );
}

/** The tables of a data folder on this machine: by its running system, or by an emulator of their own while none runs. */
export async function openFolder(path: string): Promise<OpenData> {
  if (!existsSync(join(path, 'instance'))) throw new StartError(`${path} is no data folder.`);
  const given = process.env.DYNAMODB_ENDPOINT;
  const emulator = given ? null : await emulatorOf(path);
  const prefix = given ? `local-${readFileSync(join(path, 'instance'), 'utf8').trim()}-` : '';
  const client = new DynamoDBClient({
    region: 'us-east-1',
    endpoint: given ?? emulator?.endpoint ?? '',
    credentials: {
      accessKeyId: process.env.AWS_ACCESS_KEY_ID ?? 'local',
      secretAccessKey: process.env.AWS_SECRET_ACCESS_KEY ?? 'local',
    },
  });
  const clock = openClock(path);
  return openedAt(
    client,
    prefix,
    () => new Date(clock.nowMs()).toISOString(),
    async () => {
      client.destroy();
      await emulator?.stop();
    },
  );
}

async function emulatorOf(path: string): Promise<{ readonly endpoint: string; stop(): Promise<void> }> {
  const folder = await openDataFolder(path).catch((error) => {
    if (error instanceof StartError && existsSync(endpointPath(path))) return null;
    throw error;
  });
  if (!folder) {
    return { endpoint: readFileSync(endpointPath(path), 'utf8').trim(), stop: async () => undefined };
  }
  const { endpoint, stop } = await startDynamodb(path, (reason) => {
    throw new StartError(reason);
  });
  return {
    endpoint,
    stop: async () => {
      await stop();
      folder.lock.release();
    },
  };
}

async function openedAt(
  client: DynamoDBClient,
  prefix: string,
  now: () => string,
  close: () => Promise<void>,
): Promise<OpenData> {
  try {
    const database: Database = { client, tableNames: await tableNamesOf(client, prefix) };
    const { tableNames } = database;
    const none = { list: '', conference: '', settlement: '' };
    const config = { tableNames, queueUrls: none, dynamodbEndpoint: undefined, sqsEndpoint: undefined };
    const services = createServices({ ...config, documentsAddress: '', checkpointsAddress: '' });
    return { services: { ...services, database, now }, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** The real names of the tables: the stack's or folder's prefix, the table's own name, and what made it unique. */
async function tableNamesOf(client: DynamoDBClient, prefix: string): Promise<Database['tableNames']> {
  const found = new Map<string, string>();
  let after: string | undefined;
  do {
    const { TableNames = [], LastEvaluatedTableName } = await client.send(
      new ListTablesCommand({ ExclusiveStartTableName: after }),
    );
    for (const name of TableNames) {
      const table = new RegExp(`^${prefix}([a-zA-Z]+)[0-9A-F]{8}(-|$)`).exec(name)?.[1];
      if (table === undefined) continue;
      if (found.has(table))
        throw new StartError(`Two tables are named ${prefix}${table}…: ${found.get(table)}, ${name}.`);
      found.set(table, name);
    }
    after = LastEvaluatedTableName;
  } while (after);
  const names = Object.keys(tables) as TableName[];
  const missing = names.filter((name) => !found.has(name));
  if (missing.length > 0)
    throw new StartError(`There is no table ${prefix}${missing[0]}…; is this the right account and city?`);
  return Object.fromEntries(names.map((name) => [name, found.get(name) ?? ''])) as Database['tableNames'];
}
