import { emptyOverNights } from './emptying.ts';
import type { World } from './world.ts';

/** All is well again: what was left behind must come to its end by itself, twice over a night. */
export async function drain(world: World, seed: number): Promise<void> {
  world.wire.isFaulty = false;
  await world.thaw();
  world.tell('nothing goes wrong any more');
  await emptyOverNights(world, seed);
}
