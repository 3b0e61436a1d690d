import type { Database, ItemKey } from './database.ts';
import { readItems } from './read.ts';

/**
 * The secret keys of a city, by their ids in the table `settings`: the one that seals cursors, and the one behind the
 * pseudonyms of a bank's clerks. A deployment makes them; no function that answers a call can write them (decisions/0060).
 */
export const cityKeys = ['cursor-secret', 'operator-pseudonyms'] as const;
export type CityKey = (typeof cityKeys)[number];

/** The city lacks a key. A retry does not help: a person restores the key or makes it. */
class CityKeyMissing extends Error {
  override readonly name = 'CityKeyMissing';

  constructor(key: CityKey) {
    super(`the table settings has no ${key}; see "A key of the city is missing" in infra/runbook.md`);
  }
}

/** By the client of a process. The system never replaces a key, so one read lasts as long as the process. */
const known = new WeakMap<Database['client'], Map<CityKey, string>>();

/**
 * Reads a key: 256 random bits in base64.
 *
 * @throws CityKeyMissing if there is none; Unavailable if the store does not answer.
 */
export async function readCityKey(database: Database, key: CityKey): Promise<string> {
  const keys = known.get(database.client) ?? new Map<CityKey, string>();
  known.set(database.client, keys);
  const value = keys.get(key) ?? (await findCityKey(database, key));
  if (value === undefined) throw new CityKeyMissing(key);
  keys.set(key, value);
  return value;
}

/** Where a key lies. */
export const placeOfCityKey = (key: CityKey): ItemKey => ({ table: 'settings', key: { pk: key } });

/** Reads a key as the table has it now; undefined if there is none. */
export async function findCityKey(database: Database, key: CityKey): Promise<string | undefined> {
  const place = placeOfCityKey(key);
  return (await readItems(database, [place])).get<{ readonly value: string }>(place)?.value;
}
