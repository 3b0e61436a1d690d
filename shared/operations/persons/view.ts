import type { Person } from '../../domain/person.ts';
import type { NamesItem } from '../../store/persons.ts';
import type { Stored } from '../../store/resource.ts';

/** Somebody who acted: what they were called, and whether it was erased. */
export interface PersonReading {
  readonly personId: string;
  readonly known: NamesItem;
  /** The erasures; null where there was none. */
  readonly stored: Stored<Person> | null;
}

/** A person as the API shows it. No answer of a command carries a name: those are kept for 400 days. */
export const personView = ({ personId, known: { org, sub, names, isErased }, stored }: PersonReading) => ({
  personId,
  org,
  sub,
  name: names.at(-1)?.name ?? null,
  names: names.map(({ from, name }) => ({ from, name })),
  state: isErased ? ('erased' as const) : ('named' as const),
  reason: stored?.state.reason ?? null,
  version: stored?.version ?? 0,
});
