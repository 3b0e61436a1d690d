import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';

/** Capacity units used since the meter was last read, from DynamoDB's own `ReturnConsumedCapacity`. */
export interface Capacity {
  readonly calls: number;
  readonly readUnits: number;
  readonly writeUnits: number;
  /** Items written in transactions. */
  readonly itemsWritten: number;
  /** Keys asked for, and items found by ranges. */
  readonly itemsRead: number;
}

/** The units as a line of a table, and beside those of writes the fewest that so many items allow: two for each of a transaction. */
export function inWords({ calls, readUnits, writeUnits, itemsRead, itemsWritten }: Capacity): string {
  const written =
    itemsWritten > 0
      ? `${itemsWritten} items in transactions, ${writeUnits} WCU (fewest ${2 * itemsWritten})`
      : 'nothing written';
  return `${calls} calls; ${itemsRead} items read, ${readUnits} RCU; ${written}`;
}

interface Consumed {
  readonly CapacityUnits?: number;
  readonly ReadCapacityUnits?: number;
  readonly WriteCapacityUnits?: number;
}

const nothing: Capacity = { calls: 0, readUnits: 0, writeUnits: 0, itemsWritten: 0, itemsRead: 0 };

/** Asks every answer of a client for its capacity and adds it up. */
export function meterCapacity(client: DynamoDBClient): { read(): Capacity } {
  let sum = nothing;
  type Next = (args: { input: Record<string, unknown> }) => Promise<{ output: unknown }>;
  const around =
    (next: Next, context: { commandName?: string }) => async (args: { input: Record<string, unknown> }) => {
      const result = await next({ ...args, input: { ...args.input, ReturnConsumedCapacity: 'TOTAL' } });
      sum = add(sum, context.commandName ?? '', args.input, result.output as Record<string, unknown>);
      return result;
    };
  const stack = client.middlewareStack as unknown as {
    add(middleware: typeof around, options: { step: 'initialize'; name: string }): void;
  };
  stack.add(around, { step: 'initialize', name: 'capacity' });
  return {
    read: () => {
      const read = sum;
      sum = nothing;
      return read;
    },
  };
}

function add(
  sum: Capacity,
  command: string,
  input: Record<string, unknown>,
  output: Record<string, unknown>,
): Capacity {
  const consumed = [output.ConsumedCapacity ?? []].flat() as Consumed[];
  const units = consumed.reduce((total, each) => total + (each.CapacityUnits ?? 0), 0);
  const isWrite = /Write|Put|Update|Delete/.test(command);
  const transacted = (input.TransactItems as unknown[] | undefined)?.length ?? 0;
  const asked = Object.values((input.RequestItems as Record<string, { Keys?: unknown[] }> | undefined) ?? {});
  const keys = asked.reduce((total, { Keys = [] }) => total + Keys.length, 0);
  return {
    calls: sum.calls + 1,
    readUnits: sum.readUnits + (isWrite ? 0 : units),
    writeUnits: sum.writeUnits + (isWrite ? units : 0),
    itemsWritten: sum.itemsWritten + transacted,
    itemsRead: sum.itemsRead + (isWrite ? 0 : keys + ((output.ScannedCount as number | undefined) ?? 0)),
  };
}
