import { BatchWriteItemCommand, type WriteRequest } from '@aws-sdk/client-dynamodb';
import type { Services } from '../../shared/operations/services.ts';

const itemsInCall = 25;
const callsAtOnce = 4;

/** A put as the SDK takes it, and the table's real name. */
export interface BareRequest {
  readonly table: string;
  readonly request: WriteRequest;
}

/** Writes items by bare batch writes, four calls at a time. */
export async function writeBare({ database }: Services, requests: readonly BareRequest[]): Promise<void> {
  let next = 0;
  const take = async (): Promise<void> => {
    for (
      let batch = requests.slice(next, next + itemsInCall);
      batch.length > 0;
      batch = requests.slice(next, next + itemsInCall)
    ) {
      next += itemsInCall;
      const byTable: Record<string, WriteRequest[]> = {};
      for (const { table, request } of batch) byTable[table] = [...(byTable[table] ?? []), request];
      await database.client.send(new BatchWriteItemCommand({ RequestItems: byTable }));
    }
  };
  await Promise.all(Array.from({ length: callsAtOnce }, take));
}
