import { admit, list } from '../support/fixtures.ts';
import * as conference from './acts/conference.ts';
import type { Act } from './acts/context.ts';
import { codes } from './acts/list.ts';
import { audit } from './audit.ts';
import { Chance, seedOf } from './chance.ts';
import type { Command } from './command.ts';
import { drain } from './drain.ts';
import { moveClock } from './move-clock.ts';
import { perform } from './perform.ts';
import { drainPastPoison } from './poison/past.ts';
import { sceneOf } from './scene.ts';
import type { TableSets } from './table-sets.ts';
import { newRun } from './wire.ts';
import { deliver, night, sweep } from './workers.ts';
import { type Choice, openingOf, sequelOf, themes } from './workload.ts';
import { World } from './world.ts';

export interface HistoryOptions {
  readonly sets: TableSets;
  readonly seed: number;
  /** Operations left out, by their number: what a shrunk history does without. */
  readonly without?: ReadonlySet<number>;
}

/** One in so many histories ends with one thing that the store refuses for good. */
const poisonedEvery = 2;

const starts = [
  '2026-03-02T02:00:00.000Z',
  '2026-12-20T01:00:00.000Z',
  '2027-12-30T15:30:00.000Z',
  '2028-02-27T08:00:00.000Z',
];

/** Plays one history from its seed and tells what came of it. */
export async function playHistory({ sets, seed, without = new Set() }: HistoryOptions): Promise<World> {
  const chance = new Chance(seedOf(seed, 'history'));
  const prefix = await sets.take();
  const world = new World({ endpoint: sets.endpoint, prefix, seed, now: chance.one(starts) });
  const theme = chance.below(themes.length);
  await setUp(world);

  const plan = openingOf(theme, chance);
  const drawn = plan.length + chance.between(16, 32);
  const sequel = sequelOf(theme, chance);
  const length = drawn + sequel.length;
  for (let number = 1; number <= length && world.violations.length === 0; number += 1) {
    if (without.has(number)) continue;
    const isOpening = number <= plan.length;
    world.wire.isFaulty = !isOpening;
    const seedOfStep = seedOf(seed, 'step', number);
    world.tally.operations += 1;
    world.lastStep = number;
    world.story.push(`#${number}`);
    world.queueChance = new Chance(seedOf(seedOfStep, 'queue'));
    if (new Chance(seedOf(seedOfStep, 'thaw')).isIn(30)) await world.thaw();
    const planned = plan[number - 1] ?? sequel[number - drawn - 1];
    await step(world, planned ? [planned] : draws(theme, seedOfStep), seedOfStep);
    world.now = new Date(Date.parse(world.now) + 1_000 * new Chance(seedOfStep).between(1, 90)).toISOString();
  }
  if (world.violations.length === 0 && seed % poisonedEvery === 0) await drainPastPoison(world, seedOf(seed, 'past'));
  if (world.violations.length === 0) await drain(world, seedOf(seed, 'drain'));
  if (world.violations.length === 0) await world.wire.outside(() => audit(world));
  world.services.database.client.destroy();
  await sets.giveBack(prefix, world.written);
  return world;
}

/** Several, because not every act has anything to do. */
function draws(theme: number, seed: number): readonly Choice[] {
  const chance = new Chance(seedOf(seed, 'choice'));
  return Array.from({ length: 10 }, () => chance.weighted(themes[theme] ?? []));
}

/** Three institutions and four listed enterprises, as fixtures: what they do is what is looked at. */
export async function setUp(world: World): Promise<void> {
  await world.wire.run(newRun('setup', 0, 0), async () => {
    for (const id of ['rcb', 'icbc']) await admit(world.services, id);
    await admit(world.services, 'talent-guarantee', 'guarantor');
    await admit(world.services, 'jinkong', 'holding');
    for (const [index, code] of codes.slice(0, 4).entries()) {
      await list(world.services, code, {
        category: index === 3 ? 'gazelle' : 'high-tech',
        ...(index === 2 && { validUntil: '2027-01-31' }),
      });
    }
  });
}

/** Does the first of some choices that has anything to do. */
async function step(world: World, choices: readonly Choice[], seed: number): Promise<void> {
  if (world.isNightDue && new Chance(seedOf(seed, 'late')).isIn(50)) {
    world.isNightDue = false;
    await night(world, seed);
  }
  for (const [index, choice] of choices.entries()) {
    if (choice === 'deliver') {
      if (world.queue.size === 0) continue;
      return deliver(world, seed);
    }
    if (choice === 'clock') return moveClock(world, seed);
    if (choice === 'sweep') return sweep(world, seed);
    if (choice === 'ballot') {
      if (await ballot(world, seed)) return;
      continue;
    }
    const command = choice(sceneOf(world, seedOf(seed, 'act', index), null));
    if (!command) continue;
    await perform(world, withIfMatch(world, command, seed), {
      seed,
      overtake: overtakerOf(world, command, seed),
      isTwin: world.wire.isFaulty && new Chance(seedOf(seed, 'twin')).isIn(12),
    });
    return;
  }
}

/** Now and then a client says which version it means, the right one or an older. */
function withIfMatch(world: World, command: Command, seed: number): Command {
  const chance = new Chance(seedOf(seed, 'if-match'));
  const version = command.on ? world.chains.get(command.on.join('#'))?.version : undefined;
  if (version === undefined || !chance.isIn(10)) return command;
  return { ...command, ifMatch: chance.isIn(60) ? version : version - 1 };
}

/** Another command about the same enterprise, that is done whole between this one's reads and its write. */
function overtakerOf(world: World, command: Command, seed: number): (() => Promise<void>) | null {
  const chance = new Chance(seedOf(seed, 'overtake'));
  if (!world.wire.isFaulty || !chance.isIn(45)) return null;
  const focus = focusOf(world, command);
  return async () => {
    const acts = themes[chance.below(themes.length)]?.filter(([, choice]) => typeof choice !== 'string') ?? [];
    for (let attempt = 0; attempt < 8; attempt += 1) {
      const act = chance.weighted(acts) as Act;
      const other = act(sceneOf(world, seedOf(seed, 'overtaker', attempt), focus));
      if (!other) continue;
      world.tell('(meanwhile)');
      await perform(world, other, { seed: seedOf(seed, 'overtaking') });
      return;
    }
  };
}

function focusOf({ city }: World, { on, about }: Command): string | null {
  if (about !== undefined || on === null) return about ?? null;
  const found = city.applications.get(on[1]) ?? city.loans.get(on[1]) ?? city.claims.get(on[1]);
  return found?.code ?? null;
}

/** All units vote, one after the other, until nobody is left or somebody is refused. */
async function ballot(world: World, seed: number): Promise<boolean> {
  let votes = 0;
  for (let turn = 0; turn < 14; turn += 1) {
    const open = [...world.city.meetings.values()].some(({ state, items }) => state === 'open' && items.length > 0);
    if (!open) break;
    const command = conference.vote(sceneOf(world, seedOf(seed, 'vote', turn), null));
    if (!command) break;
    await perform(world, command, { seed: seedOf(seed, 'cast', turn) });
    votes += 1;
    if (world.violations.length > 0 || votes >= 7) break;
  }
  return votes > 0;
}
