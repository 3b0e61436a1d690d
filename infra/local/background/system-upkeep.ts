import { ScanCommand } from '@aws-sdk/client-dynamodb';
import { nextDueOn } from '../../../shared/operations/next-due.ts';
import type { Services } from '../../../shared/operations/services.ts';
import { sweepOutbox } from '../../../shared/operations/sweep-outbox.ts';
import { nameOf } from '../../../shared/store/database.ts';
import type { Upkeep } from './upkeep.ts';

/** Makes the upkeep of the system's own operations, on the runner's clients and clock. */
export function systemUpkeep(services: Services): Upkeep {
  const { database } = services;
  const isOutboxEmpty = async (): Promise<boolean> => {
    const input = { TableName: nameOf(database, 'outbox'), Limit: 1, ConsistentRead: true };
    const { Items = [] } = await database.client.send(new ScanCommand(input));
    return Items.length === 0;
  };
  return {
    nextDueOn: () => nextDueOn(services),
    ringAll: async () => void (await sweepOutbox(services, services.now(), { all: true })),
    isOutboxEmpty,
  };
}
