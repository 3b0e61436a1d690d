import { Chance, seedOf } from './chance.ts';
import { instantOf, plusDays, yearIn } from './model/days.ts';
import { night } from './workers.ts';
import type { World } from './world.ts';

/** Time goes on: an hour, some days, a season, or over the end of the year; the nights on the way run or are late. */
export async function moveClock(world: World, seed: number): Promise<void> {
  const chance = new Chance(seedOf(seed, 'clock'));
  const { today } = world;
  const to = chance.weighted([
    [15, today],
    [30, plusDays(today, 1)],
    [25, plusDays(today, chance.between(2, 40))],
    [14, plusDays(today, chance.between(41, 130))],
    [10, `${yearIn(today) + 1}-01-0${chance.between(1, 3)}`],
  ]);
  if (to === today) {
    world.now = new Date(Date.parse(world.now) + chance.between(1, 90) * 60_000).toISOString();
    if (world.today !== today) world.isNightDue = true;
    return;
  }
  world.tell(`the clock moves to ${to}`);
  // A command may come in the ten minutes before the jobs, and jobs may be late for hours.
  world.now = instantOf(to, chance.isIn(30) ? chance.between(0, 9) : chance.between(10, 600));
  if (chance.isIn(20)) {
    world.isNightDue = true;
    return;
  }
  await night(world, seed);
  world.isNightDue = false;
}
