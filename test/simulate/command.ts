import type { Caller } from '../../shared/operations/caller.ts';
import type { CommandContext, Outcome } from '../../shared/operations/command.ts';
import type { Services } from '../../shared/operations/services.ts';
import type { CommandKind } from './commands.ts';
import type { City } from './model/city.ts';
import type { Day } from './model/days.ts';

/** When a command is judged. */
export interface Moment {
  readonly at: string;
  readonly today: Day;
}

export type Body = Readonly<Record<string, unknown>>;

/** A command of somebody: how it is sent, and what the model says of it. */
export interface Command {
  /** Such as `apply`: names its call sites. */
  readonly kind: CommandKind;
  readonly caller: Caller;
  /** What it does, in words, for the story. */
  readonly says: string;
  /** The resource that it changes, by kind and id; null for a new one. */
  readonly on: readonly [kind: string, id: string] | null;
  /** The enterprise that it is about, where no resource says so. */
  readonly about?: string;
  readonly ifMatch?: number | null;
  readonly send: (services: Services, context: CommandContext) => Promise<Outcome>;
  /** Every code that speaks against it; none: it must be accepted. */
  readonly against: (city: City, moment: Moment) => readonly string[];
  /** Codes that may be answered although the model has nothing against it. */
  readonly may?: (city: City, moment: Moment) => readonly string[];
  /** What its answer must say, where no resource's fields say so. */
  readonly expected?: (city: City, moment: Moment) => Body;
  /** What it makes of the city, once accepted; ids come from the answer. */
  readonly apply: (city: City, body: Body, moment: Moment) => void;
}

/** An id out of an answer. */
export const idIn = (body: Body, name: string): string => {
  const id = body[name];
  if (typeof id !== 'string') throw new Error(`an answer without ${name}: ${JSON.stringify(body)}`);
  return id;
};
