import { releaseHeld } from '../acts/carrying-out.ts';
import { lookForStuck } from '../audit.ts';
import { Chance, seedOf } from '../chance.ts';
import { emptyOverNights } from '../emptying.ts';
import { instantOf, plusDays } from '../model/days.ts';
import { perform } from '../perform.ts';
import type { World } from '../world.ts';
import { anInclusion, aResolution, aSettlement, isAnyReady } from './of-conference.ts';
import { aJob, anEnterprise, anImport } from './of-list.ts';
import { aClaim, aLoan, aSetOff, aVersion, isAnyInLine, pairToBePaid, whatNightsWrite } from './of-nights.ts';
import type { Stage } from './staged.ts';

/** Most histories have no claim in line and nothing to be set off: where there is something of the kind, it comes first. */
const stagesOf = (world: World): readonly (readonly [weight: number, stage: Stage])[] => [
  [45, whatNightsWrite],
  [20, aLoan],
  [isAnyInLine(world.city) ? 200 : 0, aClaim],
  [isAnyReady(world) ? 40 : 0, aSettlement],
  [pairToBePaid(world.city) ? 500 : 0, aSetOff],
  [35, anEnterprise],
  [25, anImport],
  [20, aResolution],
  [10, anInclusion],
  [10, aVersion],
  [20, aJob],
];

/**
 * The store refuses one thing for good, and all else is well: workers and nights go on past it, and the rest comes to its
 * end. Then it is repaired, the office says what becomes of what was held, and the end is as always.
 */
export async function drainPastPoison(world: World, seed: number): Promise<void> {
  const chance = new Chance(seedOf(seed, 'poison'));
  world.wire.isFaulty = false;
  await world.thaw();
  const staged = await chance.weighted(stagesOf(world))(world, chance, seedOf(seed, 'stage'));
  if (!staged || world.violations.length > 0) return;
  // Days pass in which nobody does anything, so that nights find much that is due, this one among it.
  world.now = instantOf(plusDays(world.today, chance.between(90, 600)), 1);
  await emptyOverNights(world, seed, staged.isBehind);
  if (world.violations.length > 0) return;
  lookForStuck(world, staged.isHeld);
  await staged.look?.();
  world.tell(`${world.poisoned?.kind} ${world.poisoned?.id} is repaired`);
  world.refusedOnce = world.poisoned?.id ?? null;
  world.poisoned = null;
  await staged.mend?.(seedOf(seed, 'mend'));
  for (const meeting of world.city.meetings.values()) {
    for (const item of meeting.items.filter(({ itemId }) => meeting.held.has(itemId))) {
      await perform(world, releaseHeld(meeting, item, chance.one(['retry', 'skip'])), {
        seed: seedOf(seed, 'release'),
      });
    }
  }
}
