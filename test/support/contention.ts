import type { DynamoDBClient, TransactWriteItem } from '@aws-sdk/client-dynamodb';

/** What DynamoDB's own conflicts came to. */
export interface Contention {
  /** Transactions and single writes that were refused because another had one of their items in hand. */
  readonly conflicts: number;
}

interface Single {
  readonly TableName?: string;
  readonly Key?: object;
  readonly Item?: Readonly<Record<string, object>>;
}

type Next = (args: { readonly input: object }) => Promise<unknown>;

const singleWrites = ['PutItemCommand', 'UpdateItemCommand', 'DeleteItemCommand'];

/**
 * Refuses what DynamoDB refuses and no emulator does: a transaction one of whose items another has in hand, its mere checks
 * among them, with the reason at each item's place, and a single write of such an item. A transaction has its items in
 * hand for as long as the test says, as calls to the service take.
 *
 * @param keysOf the key attributes of a table, by its real name.
 * @param holdMs how long a transaction takes; asked for each.
 */
export function contendLikeDynamodb(
  clients: readonly DynamoDBClient[],
  keysOf: (table: string) => readonly string[],
  holdMs: () => number,
): Contention {
  const held = new Set<string>();
  const met = { conflicts: 0 };
  const identity = ({ TableName = '', Key, Item }: Single): string => {
    const key = Key ?? Object.fromEntries(keysOf(TableName).map((name) => [name, Item?.[name]]));
    return JSON.stringify([TableName, ...keysOf(TableName).map((name) => (key as Record<string, unknown>)[name])]);
  };
  const around =
    (next: Next, { commandName = '' }: { readonly commandName?: string }) =>
    async (args: never) => {
      const { input } = args as { readonly input: object };
      if (singleWrites.includes(commandName) && held.has(identity(input as Single))) {
        met.conflicts += 1;
        throw Object.assign(new Error('in hand'), { name: 'TransactionConflictException' });
      }
      if (commandName !== 'TransactWriteItemsCommand') return next(args);
      const { TransactItems = [] } = input as { readonly TransactItems?: readonly TransactWriteItem[] };
      const items = TransactItems.map((item) => identity((Object.values(item)[0] ?? {}) as Single));
      if (items.some((item) => held.has(item))) {
        met.conflicts += 1;
        const CancellationReasons = items.map((item) => ({ Code: held.has(item) ? 'TransactionConflict' : 'None' }));
        throw Object.assign(new Error('in hand'), { name: 'TransactionCanceledException', CancellationReasons });
      }
      for (const item of items) held.add(item);
      try {
        const ms = holdMs();
        await new Promise((resolve) => setTimeout(resolve, ms / 2));
        const answer = await next(args);
        await new Promise((resolve) => setTimeout(resolve, ms / 2));
        return answer;
      } finally {
        for (const item of items) held.delete(item);
      }
    };
  for (const client of clients) {
    const stack = client.middlewareStack as unknown as {
      add(middleware: typeof around, options: { step: 'initialize'; name: string; priority: 'low' }): void;
    };
    // Nearer to the service than the faults.
    stack.add(around, { step: 'initialize', name: 'contention', priority: 'low' });
  }
  return met;
}
