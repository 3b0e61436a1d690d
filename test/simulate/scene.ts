import type { Scene } from './acts/context.ts';
import { Chance } from './chance.ts';
import type { World } from './world.ts';

/** What an act draws from just now; calm while nothing goes wrong. */
export const sceneOf = (world: World, seed: number, focus: string | null = null): Scene => ({
  city: world.city,
  today: world.today,
  at: world.now,
  chance: new Chance(seed),
  focus,
  isCalm: !world.wire.isFaulty,
});
