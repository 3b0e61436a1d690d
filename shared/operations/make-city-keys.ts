import { randomBytes } from 'node:crypto';
import { type CityKey, cityKeys, findCityKey, placeOfCityKey } from '../store/city-keys.ts';
import type { Database } from '../store/database.ts';
import { attemptsMax, Unavailable, waitBeforeRetry } from '../store/retry.ts';
import { absent, commit, type Write } from '../store/transaction.ts';
import type { Services } from './services.ts';

/**
 * Makes the keys that the city lacks, 256 random bits each, and leaves the others as they are. Returns the ids of those
 * that it made.
 *
 * @throws Unavailable if the store does not answer.
 */
export async function makeCityKeys({ database }: Pick<Services, 'database'>): Promise<readonly CityKey[]> {
  const made: CityKey[] = [];
  for (const key of cityKeys) if (await makeIfAbsent(database, key)) made.push(key);
  return made;
}

/** Of two deployments at once, one makes the key, and the other finds it. */
async function makeIfAbsent(database: Database, key: CityKey): Promise<boolean> {
  const value = randomBytes(32).toString('base64');
  const item = { ...placeOfCityKey(key).key, value };
  const put: Write = { kind: 'put', table: 'settings', item, condition: absent() };
  for (let attempt = 1; attempt <= attemptsMax; attempt += 1) {
    const found = await findCityKey(database, key);
    // It may be our own, written by an attempt whose answer was lost.
    if (found !== undefined) return found === value;
    if ((await commit(database, [put])) === 'committed') return true;
    await waitBeforeRetry(attempt);
  }
  throw new Unavailable(`the key ${key} was not made in ${attemptsMax} attempts`);
}
