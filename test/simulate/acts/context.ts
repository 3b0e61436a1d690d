import type { Chance } from '../chance.ts';
import type { Command } from '../command.ts';
import type { City } from '../model/city.ts';
import { type Day, plusDays } from '../model/days.ts';

/** What an act draws from: the city as the model has it, the day, and chance. */
export interface Scene {
  readonly city: City;
  readonly today: Day;
  readonly at: string;
  readonly chance: Chance;
  /** The enterprise that is being written to just now: what overtakes a command is about the same. */
  readonly focus: string | null;
  /** Only what ought to be accepted, as in a history's opening. */
  readonly isCalm: boolean;
}

/** Draws a command; null where there is nothing to do it with. */
export type Act = (scene: Scene) => Command | null;

/** Mostly today, sometimes some days before, seldom a day that is out of order. */
export function someDay({ chance, today, isCalm }: Scene): Day {
  const draw = chance.below(100);
  if (draw < 60 || isCalm) return today;
  if (draw < 94) return plusDays(today, -chance.between(1, 20));
  return plusDays(today, chance.between(1, 3));
}

/** One of some, of the enterprise in focus where there is one. */
export function oneOf<Value extends { readonly code: string }>(
  { chance, focus }: Scene,
  values: readonly Value[],
): Value | undefined {
  const near = focus === null ? [] : values.filter(({ code }) => code === focus);
  return chance.oneOrNone(near.length > 0 ? near : values);
}

/** One that the act fits; seldom any, so that what may not be done is tried as well. */
export function fitting<Value>(
  { chance, isCalm }: Scene,
  all: readonly Value[],
  isFitting: (value: Value) => boolean,
): readonly Value[] {
  const found = all.filter(isFitting);
  if (isCalm) return found;
  if (found.length > 0) return chance.isIn(7) ? all : found;
  return chance.isIn(6) ? all : [];
}
