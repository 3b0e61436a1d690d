import { audit } from '../audit.ts';
import { Chance, seedOf } from '../chance.ts';
import type { Command } from '../command.ts';
import { drain } from '../drain.ts';
import { setUp } from '../history.ts';
import { instantOf, plusDays } from '../model/days.ts';
import { perform } from '../perform.ts';
import type { TableSets } from '../table-sets.ts';
import type { Planned } from '../wire.ts';
import { deliver, night, sweep } from '../workers.ts';
import { World } from '../world.ts';
import type { Scenario, Step } from './scenarios.ts';

/**
 * Tells a scenario once, with one fault at one call or with none, and looks at everything in the end. The SDK's own client
 * stands in for the lean one where `SDK_CLIENT=whole` asks for it: the same calls, at twice the time.
 */
export async function playScenario(
  sets: TableSets,
  { name, steps }: Scenario,
  planned: Planned | null,
): Promise<World> {
  const prefix = await sets.take();
  const seed = seedOf(name);
  const world = new World({
    endpoint: sets.endpoint,
    prefix,
    seed,
    now: '2026-03-02T02:00:00.000Z',
    planned,
    isWhole: process.env.SDK_CLIENT === 'whole',
  });
  world.wire.isFaulty = false;
  await setUp(world);
  world.wire.isFaulty = true;
  for (const [index, step] of steps.entries()) {
    await take(world, step, seedOf(seed, index));
    world.now = new Date(Date.parse(world.now) + 60_000).toISOString();
    if (world.violations.length > 0) break;
  }
  if (world.violations.length === 0) await drain(world, seed);
  if (world.violations.length === 0) await world.wire.outside(() => audit(world));
  world.services.database.client.destroy();
  await sets.giveBack(prefix, world.written);
  return world;
}

async function take(world: World, step: Step, seed: number): Promise<void> {
  if (step === 'night') await night(world, seed);
  else if (step === 'work') await work(world, seed);
  else if ('days' in step) world.now = instantOf(plusDays(world.today, step.days), 10);
  else await perform(world, drawn(world, step, seed), { seed, isOnce: true });
}

/** Whatever waits is done: a message that its worker left comes again. */
async function work(world: World, seed: number): Promise<void> {
  for (let delivery = 0; world.queue.size > 0 && delivery < 50; delivery += 1) await deliver(world, seed);
  // What no message told of, the sweeper rings for.
  world.now = new Date(Date.parse(world.now) + 10 * 60_000).toISOString();
  await sweep(world, seed);
  for (let delivery = 0; world.queue.size > 0 && delivery < 50; delivery += 1) await deliver(world, seed);
}

const drawsMax = 3_000;

/** The first draw that says what the scenario asks for, and that nothing is against but what it names. */
function drawn(world: World, [act, says, allowed = '']: Extract<Step, readonly unknown[]>, seed: number): Command {
  const { city, today, now: at } = world;
  for (let draw = 0; draw < drawsMax; draw += 1) {
    const command = act({ city, today, at, chance: new Chance(seedOf(seed, draw)), focus: null, isCalm: false });
    if (command && says.test(command.says) && command.against(city, { at, today }).join() === allowed) return command;
  }
  throw new Error(`no draw of ${drawsMax} says ${says}`);
}
