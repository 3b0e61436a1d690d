import type { ItemKey } from '../../store/database.ts';
import { type NamesItem, namesKey, personLayout } from '../../store/persons.ts';
import { type Items, queryPage, readItems } from '../../store/read.ts';
import { keyOfResource, storedIn } from '../../store/resource.ts';
import type { ListPage, PageRequest } from '../listing.ts';
import type { Services } from '../services.ts';
import type { PersonReading } from './view.ts';

/** What is read of a person. */
export const personKeys = (personId: string): readonly ItemKey[] => [
  namesKey(personId),
  keyOfResource(personLayout, personId),
];

/** A person among items that were read; null where nobody of that id ever acted. */
export function personIn(items: Items, personId: string): PersonReading | null {
  const known = items.get<NamesItem>(namesKey(personId));
  return known ? { personId, known, stored: storedIn(items, personLayout, personId) } : null;
}

/** Somebody who ever acted, or null. */
export const readPerson = async ({ database }: Services, personId: string): Promise<PersonReading | null> =>
  personIn(await readItems(database, personKeys(personId)), personId);

/** One page of those who ever acted for an organisation, in no order that means anything. */
export async function listPersons(
  { database }: Services,
  org: string,
  { limit, after }: PageRequest,
): Promise<ListPage<PersonReading>> {
  const range = { expression: '#org = :org', names: { '#org': 'org' }, values: { ':org': org } };
  const { items: keys, last } = await queryPage(database, { table: 'persons', index: 'byOrg', ...range, limit, after });
  const ids = keys.map(({ pk }) => String(pk));
  const items = await readItems(database, ids.flatMap(personKeys));
  return { items: ids.flatMap((id) => personIn(items, id) ?? []), next: last };
}
