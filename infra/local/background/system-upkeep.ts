import { ScanCommand } from '@aws-sdk/client-dynamodb';
import { nextDueOn } from '../../../shared/operations/next-due.ts';
import type { Log, Services } from '../../../shared/operations/services.ts';
import { sweepOutbox } from '../../../shared/operations/sweep-outbox.ts';
import { parseConfig } from '../../../shared/platform/config.ts';
import { createServices } from '../../../shared/platform/services.ts';
import type { Clock } from '../clock.ts';
import type { Stores } from '../stores.ts';
import type { FunctionModel } from '../template/functions.ts';
import type { Upkeep } from './upkeep.ts';

/** Only what goes wrong is for the eyes of whoever watches a system on one machine. */
const log: Log = { info: () => undefined, warn: console.warn, error: console.error };

/** Makes the upkeep of the system's own operations, on the runner's clients and clock. */
export function systemUpkeep({ dynamodb, sqs }: Stores, functions: readonly FunctionModel[], clock: Clock): Upkeep {
  // Every function that may write is given every table and queue; together they name all.
  const config = parseConfig(Object.assign({}, ...functions.map((model) => model.environment)));
  const services: Services = {
    ...createServices(config),
    database: { client: dynamodb, tableNames: config.tableNames },
    queues: { client: sqs, urls: config.queueUrls },
    now: () => new Date(clock.nowMs()).toISOString(),
    log,
  };
  const isOutboxEmpty = async (): Promise<boolean> => {
    const input = { TableName: config.tableNames.outbox, Limit: 1, ConsistentRead: true };
    const { Items = [] } = await dynamodb.send(new ScanCommand(input));
    return Items.length === 0;
  };
  return {
    nextDueOn: () => nextDueOn(services),
    ringAll: async () => void (await sweepOutbox(services, services.now(), { all: true })),
    isOutboxEmpty,
  };
}
