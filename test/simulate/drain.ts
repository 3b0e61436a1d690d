import { readJobsDue } from '../../shared/store/outbox.ts';
import { seedOf } from './chance.ts';
import { instantOf, plusDays } from './model/days.ts';
import { deliver, night, sweep } from './workers.ts';
import type { World } from './world.ts';

const roundsMax = 12;

/** All is well again: what was left behind must come to its end by itself, twice over a night. */
export async function drain(world: World, seed: number): Promise<void> {
  world.wire.isFaulty = false;
  await world.thaw();
  world.tell('nothing goes wrong any more');
  await empty(world, seed);
  for (let more = 1; more <= 2 && world.violations.length === 0; more += 1) {
    world.now = instantOf(plusDays(world.today, 1), 10);
    await night(world, seedOf(seed, more));
    await empty(world, seedOf(seed, more));
  }
}

async function empty(world: World, seed: number): Promise<void> {
  for (let round = 1; round <= roundsMax; round += 1) {
    await sweep(world, seed, true);
    for (let delivery = 0; world.queue.size > 0; delivery += 1) {
      await deliver(world, seedOf(seed, round, delivery));
      if (delivery > 200) return world.check(false, 'the queues do not become empty');
    }
    if ((await waiting(world)) === 0) return;
  }
  world.check(false, `${await waiting(world)} jobs stay in the outbox`);
}

const waiting = (world: World): Promise<number> =>
  world.wire.outside(async () => {
    let count = 0;
    for await (const _jobId of readJobsDue(world.services.database, '9999')) count += 1;
    return count;
  });
