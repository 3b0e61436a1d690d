import { createHash } from 'node:crypto';
import { evolvePerson, type NameFrom, type Person, type PersonEvent } from '../domain/person.ts';
import type { ItemKey } from './database.ts';
import type { ResourceLayout } from './resource.ts';
import { absent, unchangedSince, type Write } from './transaction.ts';

/** The erasures and liftings of a person's name; there is none of whose name was never erased. */
export const personLayout: ResourceLayout<Person, PersonEvent> = {
  kind: 'persons',
  table: 'persons',
  key: (personId) => ({ pk: personId, sk: 'head' }),
  evolve: evolvePerson,
  indexed: () => ({ roster: 'persons' }),
};

/** The id of who acts for an organisation by a subject: opaque, and the same however often it is asked. */
export const personIdOf = (org: string, sub: string): string =>
  `person-${createHash('sha256')
    .update(JSON.stringify([org, sub]))
    .digest('hex')
    .slice(0, 32)}`;

/** What a person was called (R30): beside the trail, so that it can be erased and every chain still verifies. */
export interface NamesItem {
  readonly version: number;
  readonly org: string;
  readonly sub: string;
  /** By day ascending; none once erased. */
  readonly names: readonly NameFrom[];
  readonly isErased: boolean;
}

export const namesKey = (personId: string): ItemKey => ({ table: 'persons', key: { pk: personId, sk: 'names' } });

/** Writes a person's names over those that were read, or where there are none. */
export const namesWrite = (
  personId: string,
  item: Omit<NamesItem, 'version'>,
  before: NamesItem | undefined,
): Write => ({
  kind: 'put',
  table: 'persons',
  item: { ...namesKey(personId).key, ...item, version: (before?.version ?? 0) + 1 },
  condition: before ? unchangedSince(before.version) : absent(),
});
