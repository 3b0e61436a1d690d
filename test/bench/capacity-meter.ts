import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';

/** Capacity units used since the meter was last read, from DynamoDB's own `ReturnConsumedCapacity`. */
export interface Capacity {
  readonly calls: number;
  readonly readUnits: number;
  readonly writeUnits: number;
  /** Items written in transactions. */
  readonly itemsWritten: number;
  /** Items of transactions that a condition stopped: nobody answers their units, and they cost what they would have written. */
  readonly itemsStopped: number;
  /** Keys asked for, and items found by ranges. */
  readonly itemsRead: number;
}

/** The units as a line of a table, and beside those of writes the fewest that so many items allow: two for each of a transaction. */
export function inWords({ calls, readUnits, writeUnits, itemsRead, itemsWritten, itemsStopped }: Capacity): string {
  const written =
    itemsWritten > 0
      ? `${itemsWritten} items in transactions, ${writeUnits} WCU (fewest ${2 * itemsWritten})`
      : 'nothing written';
  const stopped = itemsStopped > 0 ? `; a transaction of ${itemsStopped} items stopped by a condition` : '';
  return `${calls} calls; ${itemsRead} items read, ${readUnits} RCU; ${written}${stopped}`;
}

interface Consumed {
  readonly CapacityUnits?: number;
  readonly ReadCapacityUnits?: number;
  readonly WriteCapacityUnits?: number;
}

const nothing: Capacity = {
  calls: 0,
  readUnits: 0,
  writeUnits: 0,
  itemsWritten: 0,
  itemsStopped: 0,
  itemsRead: 0,
};

/** Asks every answer of a client for its capacity and adds it up. */
export function meterCapacity(client: DynamoDBClient): { read(): Capacity } {
  let sum = nothing;
  type Next = (args: { input: Record<string, unknown> }) => Promise<{ output: unknown }>;
  const around =
    (next: Next, context: { commandName?: string }) => async (args: { input: Record<string, unknown> }) => {
      let result: { output: unknown };
      try {
        result = await next({ ...args, input: { ...args.input, ReturnConsumedCapacity: 'TOTAL' } });
      } catch (error) {
        sum = { ...sum, calls: sum.calls + 1, itemsStopped: sum.itemsStopped + transactedIn(args.input) };
        throw error;
      }
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

const transactedIn = ({ TransactItems }: Record<string, unknown>): number =>
  (TransactItems as unknown[] | undefined)?.length ?? 0;

function add(
  sum: Capacity,
  command: string,
  input: Record<string, unknown>,
  output: Record<string, unknown>,
): Capacity {
  const consumed = [output.ConsumedCapacity ?? []].flat() as Consumed[];
  const units = consumed.reduce((total, each) => total + (each.CapacityUnits ?? 0), 0);
  const isWrite = /Write|Put|Update|Delete/.test(command);
  const asked = Object.values((input.RequestItems as Record<string, { Keys?: unknown[] }> | undefined) ?? {});
  const keys = asked.reduce((total, { Keys = [] }) => total + Keys.length, 0);
  return {
    calls: sum.calls + 1,
    readUnits: sum.readUnits + (isWrite ? 0 : units),
    writeUnits: sum.writeUnits + (isWrite ? units : 0),
    itemsWritten: sum.itemsWritten + transactedIn(input),
    itemsStopped: sum.itemsStopped,
    itemsRead: sum.itemsRead + (isWrite ? 0 : keys + ((output.ScannedCount as number | undefined) ?? 0)),
  };
}
