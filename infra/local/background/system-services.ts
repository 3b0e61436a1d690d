import type { Log, Services } from '../../../shared/operations/services.ts';
import { parseConfig } from '../../../shared/platform/config.ts';
import { createServices } from '../../../shared/platform/services.ts';
import type { Clock } from '../clock.ts';
import type { Stores } from '../stores.ts';
import type { FunctionModel } from '../template/functions.ts';

/** Only what goes wrong is for the eyes of whoever watches a system on one machine. */
const log: Log = { info: () => undefined, warn: console.warn, error: console.error };

/** What the runner's own calls of the system's operations stand on: its clients and its clock. */
export function systemServices({ dynamodb, sqs }: Stores, functions: readonly FunctionModel[], clock: Clock): Services {
  // Every function that may write is given every table and queue; together they name all.
  const config = parseConfig(Object.assign({}, ...functions.map((model) => model.environment)));
  return {
    ...createServices(config),
    database: { client: dynamodb, tableNames: config.tableNames },
    queues: { client: sqs, urls: config.queueUrls },
    now: () => new Date(clock.nowMs()).toISOString(),
    log,
  };
}
