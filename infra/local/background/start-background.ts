import type { CallGate } from '../call-gate.ts';
import type { Cleanup } from '../cleanup.ts';
import type { Clock } from '../clock.ts';
import type { Stores } from '../stores.ts';
import type { Assembly } from '../template/assembly.ts';
import { jobsOf, sourcesOf } from '../template/background.ts';
import type { LocalValues } from '../template/scope.ts';
import type { ThreadPool } from '../threads/pool.ts';
import { startConsumer } from './consumer.ts';
import { drain } from './drain.ts';
import { runJob } from './run-job.ts';
import { createTimekeeper, type Timekeeper } from './timekeeper.ts';
import type { Upkeep } from './upkeep.ts';

export interface BackgroundOptions {
  readonly template: Assembly;
  readonly values: LocalValues;
  readonly stores: Stores;
  readonly pool: ThreadPool;
  readonly clock: Clock;
  readonly gate: CallGate;
  readonly upkeep: Upkeep;
  readonly cleanup: Cleanup;
}

/** Starts what runs without a caller: workers on their queues at once, jobs as soon as the timekeeper is asked to tick. */
export function startBackground(options: BackgroundOptions): Timekeeper {
  const { template, values, stores, pool, clock, gate, upkeep, cleanup } = options;
  const consumers = sourcesOf(template, values).map((source) => {
    const queue = [...stores.queues.values()].find(({ arn }) => arn === source.queueArn);
    if (!queue) throw new Error(`No queue has the ARN ${source.queueArn}`);
    return startConsumer(stores.sqs, source, queue, stores.region, pool);
  });
  cleanup.add(async () => void (await Promise.all(consumers.map((consumer) => consumer.stop()))));
  return createTimekeeper({
    clock,
    gate,
    jobs: jobsOf(template, values),
    runJob: (job) => runJob(pool, job),
    settle: () => drain(consumers, upkeep),
    nextDueOn: () => upkeep.nextDueOn(),
  });
}
