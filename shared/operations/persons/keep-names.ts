import { dayAt } from '../../domain/calendar.ts';
import { withName } from '../../domain/person.ts';
import { type NamesItem, namesKey, namesWrite, personIdOf } from '../../store/persons.ts';
import { readItems } from '../../store/read.ts';
import { attemptsMax, Unavailable, waitBeforeRetry } from '../../store/retry.ts';
import { commit } from '../../store/transaction.ts';
import type { Services } from '../services.ts';

/** Somebody as a command names them: whoever calls, or who handled and checked at the bank. */
export interface NamedPerson {
  readonly org: string;
  readonly sub: string;
  readonly name: string;
}

/**
 * The names that this process has seen kept, by person and name, each with the last hour in which it was: a name is read
 * once an hour, so that a lifted erasure is noticed, and written only where it is new.
 */
export type NamesKept = Map<string, string>;

/** So that a process that serves a whole province for years does not keep all of it. */
const keptMax = 10_000;

/**
 * Keeps the names of who is about to act, before the first event that needs them, so that no committed act ever lacks
 * its name. Nothing is kept of whose name was erased.
 *
 * @throws Unavailable when it could not be found out or written.
 */
export async function keepNames(services: Services, persons: readonly NamedPerson[], at: string): Promise<void> {
  const unknown = persons.filter((person) => services.namesKept.get(cacheKey(person)) !== hourOf(at));
  if (unknown.length === 0) return;
  const items = await readItems(
    services.database,
    unknown.map(({ org, sub }) => namesKey(personIdOf(org, sub))),
  );
  for (const person of unknown) {
    await keepName(services, person, dayAt(at), items.get<NamesItem>(namesKey(personIdOf(person.org, person.sub))));
    noteKept(services, person, at);
  }
}

/** Notes that a name is kept, for the hour of an instant. */
export function noteKept({ namesKept }: Services, person: NamedPerson, at: string): void {
  if (namesKept.size >= keptMax) namesKept.clear();
  namesKept.set(cacheKey(person), hourOf(at));
}

const hourOf = (instant: string): string => instant.slice(0, 'YYYY-MM-DDThh'.length);

const cacheKey = ({ org, sub, name }: NamedPerson): string => JSON.stringify([org, sub, name]);

async function keepName(
  { database }: Services,
  { org, sub, name }: NamedPerson,
  day: string,
  first: NamesItem | undefined,
): Promise<void> {
  const personId = personIdOf(org, sub);
  let before = first;
  for (let attempt = 1; attempt <= attemptsMax; attempt += 1) {
    const known = before?.names ?? [];
    const names = before?.isErased ? known : withName(known, name, day);
    if (names === known) return;
    const outcome = await commit(database, [namesWrite(personId, { org, sub, names, isErased: false }, before)]);
    if (outcome === 'committed') return;
    await waitBeforeRetry(attempt);
    before = (await readItems(database, [namesKey(personId)])).get<NamesItem>(namesKey(personId));
  }
  throw new Unavailable(`a name was not kept in ${attemptsMax} attempts`);
}
