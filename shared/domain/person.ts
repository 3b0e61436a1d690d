import type { Day } from './calendar.ts';
import type { DomainEvent } from './event.ts';
import { decideMove, type Moves, moved } from './graph.ts';
import type { Decision } from './refusal.ts';

/** A name and the first day on which its person acted under it. */
export interface NameFrom {
  readonly from: Day;
  readonly name: string;
}

/** The oldest names beyond so many are forgotten: a token that says another one each day must not fill an item. */
const namesMax = 100;

/** The name on a day: the newest that began by then; null before the first. */
export const nameOn = (names: readonly NameFrom[], day: Day): string | null =>
  names.findLast(({ from }) => from <= day)?.name ?? null;

/** The names after one was met on a day; the very same ones where it is known. The last one met on a day is that day's. */
export function withName(names: readonly NameFrom[], name: string, day: Day): readonly NameFrom[] {
  if (nameOn(names, day) === name) return names;
  return [...names.filter(({ from }) => from !== day), { from: day, name }]
    .sort((a, b) => (a.from < b.from ? -1 : 1))
    .filter((each, index, all) => each.name !== all[index - 1]?.name)
    .slice(-namesMax);
}

/**
 * Somebody whose name was ever erased, or is again shown (R30). The names themselves are no part of it: they stand
 * apart from the trail.
 */
export interface Person {
  readonly personId: string;
  readonly org: string;
  readonly sub: string;
  readonly state: PersonState;
  /** Why it was last erased, or the erasure lifted. */
  readonly reason: string;
}

export const personStates = ['named', 'erased'] as const;
export type PersonState = (typeof personStates)[number];

export interface PersonNameErased extends DomainEvent {
  readonly type: 'person-name-erased';
  readonly data: { readonly personId: string; readonly org: string; readonly sub: string; readonly reason: string };
}

/** The names of later acts are kept again; the erased ones stay erased. */
export type PersonErasureLifted = DomainEvent<'person-erasure-lifted', { readonly reason: string }>;

export type PersonEvent = PersonNameErased | PersonErasureLifted;

/** Nobody has a history before the first erasure. */
export const personMoves: Moves<PersonState, PersonEvent['type']> = {
  'person-name-erased': { from: ['named'], to: 'erased' },
  'person-erasure-lifted': { from: ['erased'], to: 'named' },
};

/** Erases a person's name (个人信息保护法 art. 47). Refusal: `state-conflict` (erased already). */
export const decideErasure = (
  person: Person | null,
  { personId, org, sub }: Pick<Person, 'personId' | 'org' | 'sub'>,
  reason: string,
): Decision<PersonEvent> =>
  decideMove(personMoves, person?.state ?? 'named', {
    type: 'person-name-erased',
    data: { personId, org, sub, reason },
  });

/** Lets the names of later acts be kept again. Refusal: `state-conflict` (not erased). */
export const decideErasureLifting = (person: Person | null, reason: string): Decision<PersonEvent> =>
  decideMove(personMoves, person?.state ?? 'named', { type: 'person-erasure-lifted', data: { reason } });

/** The person after an event; the first event makes it. */
export function evolvePerson(state: Person | null, event: PersonEvent): Person {
  if (event.type === 'person-name-erased') return { ...event.data, state: 'erased' };
  return { ...moved(personMoves, state, event.type), reason: event.data.reason };
}
