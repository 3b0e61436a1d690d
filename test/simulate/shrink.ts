import { playHistory } from './history.ts';
import type { TableSets } from './table-sets.ts';
import type { World } from './world.ts';

export interface Shrunk {
  readonly world: World;
  /** Operations that it needs. */
  readonly left: number;
}

/** Leaves out operations, many at once and then one by one, while the history still goes wrong. */
export async function shrink(sets: TableSets, seed: number, attemptsMax = 150): Promise<Shrunk> {
  let world = await playHistory({ sets, seed });
  const last = world.lastStep;
  let kept = Array.from({ length: last }, (_, index) => index + 1);
  let attempts = 0;
  for (let size = Math.ceil(kept.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let start = 0; start < kept.length && attempts < attemptsMax; ) {
      attempts += 1;
      const fewer = kept.filter((_, index) => index < start || index >= start + size);
      const without = new Set(
        Array.from({ length: 999 }, (_, index) => index + 1).filter((step) => !fewer.includes(step)),
      );
      const shorter = await playHistory({ sets, seed, without });
      if (shorter.violations.length === 0) start += size;
      else {
        kept = fewer;
        world = shorter;
      }
    }
  }
  return { world, left: kept.length };
}
