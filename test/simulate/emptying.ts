import type { Job } from '../../shared/store/outbox.ts';
import { jobKey, readJobsDue, toJob } from '../../shared/store/outbox.ts';
import { readItems } from '../../shared/store/read.ts';
import { seedOf } from './chance.ts';
import { instantOf, plusDays } from './model/days.ts';
import { deliver, night, sweep } from './workers.ts';
import type { World } from './world.ts';

const roundsMax = 12;

/** Which jobs may stay in the outbox; by default none. */
export type Staying = (job: Job) => boolean;
const none: Staying = () => false;

/** What was left behind comes to its end by itself, twice over a night. */
export async function emptyOverNights(world: World, seed: number, staying = none): Promise<void> {
  await empty(world, seed, staying);
  for (let more = 1; more <= 2 && world.violations.length === 0; more += 1) {
    world.now = instantOf(plusDays(world.today, 1), 10);
    await night(world, seedOf(seed, more));
    await empty(world, seedOf(seed, more), staying);
  }
}

/** Sweeps and delivers until no message waits, and no job but those that stay. */
export async function empty(world: World, seed: number, staying = none): Promise<void> {
  for (let round = 1; round <= roundsMax; round += 1) {
    await sweep(world, seed, true);
    for (let delivery = 0; world.queue.size > 0; delivery += 1) {
      await deliver(world, seedOf(seed, round, delivery));
      if (delivery > 200) return world.check(false, 'the queues do not become empty');
    }
    if ((await jobsOf(world)).every(staying)) return;
  }
  const left = (await jobsOf(world)).filter((job) => !staying(job)).map(({ jobId }) => jobId);
  world.check(false, `jobs stay in the outbox: ${left}`);
}

/** The jobs that are rung for. */
export const jobsOf = (world: World): Promise<readonly Job[]> =>
  world.wire.outside(async () => {
    const { database } = world.services;
    const jobs: Job[] = [];
    for await (const jobId of readJobsDue(database, '9999')) {
      const item = (await readItems(database, [jobKey(jobId)])).get(jobKey(jobId));
      if (item) jobs.push(toJob(item));
    }
    return jobs;
  });
