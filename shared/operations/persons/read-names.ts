import { dayAt } from '../../domain/calendar.ts';
import type { Actor } from '../../domain/event.ts';
import { nameOn } from '../../domain/person.ts';
import { type NamesItem, namesKey, personIdOf } from '../../store/persons.ts';
import { readItems } from '../../store/read.ts';
import type { TrailEvent } from '../../store/trail.ts';
import type { Caller } from '../caller.ts';
import { isSystem, seesPersons } from '../events/actor-view.ts';
import { type Names, systemNameOf } from '../events/names.ts';
import type { Services } from '../services.ts';

/** The names of those who did some events, as of the days on which they acted, read together for who may see them. */
export async function readNames(
  { database }: Services,
  events: readonly Pick<TrailEvent, 'actor'>[],
  caller: Caller,
): Promise<Names> {
  const actors = events.map(({ actor }) => actor).filter((actor) => !isSystem(actor) && seesPersons(caller, actor));
  const ids = new Set(actors.flatMap(({ org, ...actor }) => subsOf(actor).map((sub) => personIdOf(org, sub))));
  const items = await readItems(database, [...ids].map(namesKey));
  const nameOf = (org: string, sub: string, at: string): string | null =>
    nameOn(items.get<NamesItem>(namesKey(personIdOf(org, sub)))?.names ?? [], dayAt(at));
  return {
    // Events of the releases before the directory have the name in themselves (decisions/0048).
    of: (actor, at) => systemNameOf(actor) ?? nameOf(actor.org, actor.sub, at) ?? actor.name ?? null,
    ofSub: nameOf,
  };
}

const subsOf = ({ sub, operator }: Pick<Actor, 'sub' | 'operator'>): readonly string[] =>
  operator ? [sub, operator.handledBy, operator.checkedBy] : [sub];
