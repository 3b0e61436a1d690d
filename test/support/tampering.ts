import { DeleteItemCommand, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import type { ResourceKind } from '../../shared/domain/event.ts';
import type { Services } from '../../shared/operations/services.ts';
import type { Item, ItemKey } from '../../shared/store/database.ts';
import { eventKey } from '../../shared/store/trail.ts';

export interface Tampering {
  read(key: ItemKey): Promise<Item>;
  /** Puts other attributes over an item's own. */
  change(key: ItemKey, change: Item): Promise<void>;
  /** Puts an event under another place of its history, its own fields as they are. */
  move(kind: ResourceKind, id: string, from: number, to: number): Promise<void>;
  put(key: ItemKey, item: Item): Promise<void>;
  remove(key: ItemKey): Promise<void>;
  /** Makes everything as it was. */
  undo(): Promise<void>;
}

/** A hand that writes to the tables behind the system's back: no function of it has the right to do this. */
export function tamperingWith({ database: { client, tableNames } }: Services): Tampering {
  const before: { readonly key: ItemKey; readonly item: Item | undefined }[] = [];
  const find = async ({ table, key }: ItemKey): Promise<Item | undefined> => {
    const input = { TableName: tableNames[table], Key: marshall(key), ConsistentRead: true };
    const { Item: found } = await client.send(new GetItemCommand(input));
    return found && unmarshall(found);
  };
  const read = async (key: ItemKey): Promise<Item> => {
    const found = await find(key);
    if (!found) throw new Error(`nothing is at ${JSON.stringify(key)}`);
    return found;
  };
  const write = async ({ table, key }: ItemKey, item: Item | undefined): Promise<void> => {
    const TableName = tableNames[table];
    if (item) await client.send(new PutItemCommand({ TableName, Item: marshall({ ...item, ...key }) }));
    else await client.send(new DeleteItemCommand({ TableName, Key: marshall(key) }));
  };
  const replace = async (key: ItemKey, item: Item | undefined): Promise<void> => {
    before.push({ key, item: await find(key) });
    await write(key, item);
  };
  return {
    read,
    change: async (key, change) => replace(key, { ...(await read(key)), ...change }),
    move: async (kind, id, from, to) => {
      const { sequence: _sequence, pk: _pk, ...fields } = await read(eventKey(kind, id, from));
      await replace(eventKey(kind, id, to), fields);
    },
    put: replace,
    remove: (key) => replace(key, undefined),
    undo: async () => {
      for (const { key, item } of before.splice(0).reverse()) await write(key, item);
    },
  };
}
