import { releaseLine } from '../../shared/operations/settlement/release-line.ts';
import { readJobsDue } from '../../shared/store/outbox.ts';
import { office } from '../support/fixtures.ts';
import { lookForStuck } from './audit.ts';
import { Chance, seedOf } from './chance.ts';
import { instantOf, plusDays } from './model/days.ts';
import { perform } from './perform.ts';
import { deliver, night, sweep } from './workers.ts';
import type { World } from './world.ts';

const roundsMax = 12;

/**
 * The store refuses every event of one thing for good, and all else is well: workers and nights go on past it, and the rest
 * comes to its end. Then it is repaired, and what held its line is released by the office.
 */
export async function drainPastPoison(world: World, seed: number): Promise<void> {
  const chance = new Chance(seedOf(seed, 'poison'));
  const victim = chance.oneOrNone(victimsOf(world));
  if (victim === undefined || victim === null) return;
  world.wire.isFaulty = false;
  await world.thaw();
  const [kind, id] = victim;
  world.poisoned = `${kind}#${id}`;
  world.tell(`the store refuses every event of ${kind} ${id}`);
  // Days pass in which nobody does anything, so that nights find much that is due, this one among it.
  world.now = instantOf(plusDays(world.today, chance.between(0, 500)), 1);
  await drainOver(world, seed);
  if (world.violations.length === 0) lookForStuck(world, besides(world, id));
  world.poisoned = null;
  world.tell(`${kind} ${id} is repaired`);
  if (kind === 'claims') await release(world, id, seedOf(seed, 'release'));
}

/** What workers and nights alone write to; what the conference has in hand is not among it. */
function victimsOf({ city }: World): readonly (readonly [kind: string, id: string])[] {
  const claims = [...city.claims.values()];
  return [
    ...[...city.applications.values()].map(({ id }) => ['applications', id] as const),
    ...[...city.loans.values()]
      .filter(({ id }) => claims.every(({ loanId }) => loanId !== id))
      .map(({ id }) => ['loans', id] as const),
    ...[...city.inclusions.values()]
      .filter(({ state }) => state === 'approved')
      .map(({ id }) => ['inclusions', id] as const),
    ...claims
      .filter(({ state }) => state === 'approved' || state === 'awaiting-funds' || state === 'settled')
      .map(({ id }) => ['claims', id] as const),
  ];
}

/** Of a claim, its institution's line waits behind it (R26); of anything else only itself. */
function besides({ city }: World, id: string): (other: string) => boolean {
  const bank = city.claims.get(id)?.bank;
  return (other) => other === id || (bank !== undefined && city.claims.get(other)?.bank === bank);
}

/** The office lets a claim be tried again, if it holds its line by now. */
const release = (world: World, claimId: string, seed: number): Promise<unknown> =>
  perform(
    world,
    {
      kind: 'release-line',
      caller: office(),
      says: `the office lets ${claimId} be tried again`,
      on: ['claims', claimId],
      send: (services, context) => releaseLine(services, context, claimId, '已修复'),
      against: () => [],
      may: () => ['state-conflict'],
      apply: () => undefined,
    },
    { seed },
  );

/** All is well again: what was left behind must come to its end by itself, twice over a night. */
export async function drain(world: World, seed: number): Promise<void> {
  world.wire.isFaulty = false;
  await world.thaw();
  world.tell('nothing goes wrong any more');
  await drainOver(world, seed);
}

async function drainOver(world: World, seed: number): Promise<void> {
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
