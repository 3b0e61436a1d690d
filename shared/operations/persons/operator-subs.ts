import { createHmac, randomBytes } from 'node:crypto';
import type { Operator } from '../../domain/event.ts';
import { searchForm } from '../../domain/search-form.ts';
import type { Database, ItemKey } from '../../store/database.ts';
import { readItems } from '../../store/read.ts';
import { attemptsMax, Unavailable, waitBeforeRetry } from '../../store/retry.ts';
import { absent, commit, type Write } from '../../store/transaction.ts';
import type { Services } from '../services.ts';
import type { NamesKept } from './keep-names.ts';

/** By the process's own services, whose names they stand for: a call's database is made anew for each. */
const keys = new WeakMap<NamesKept, Promise<string>>();

/** The city's key of pseudonyms: whoever has the trail alone cannot find out a name by trying. */
async function keyOf({ database, namesKept }: Services): Promise<string> {
  const known = keys.get(namesKept) ?? readOrMakeKey(database);
  keys.set(namesKept, known);
  try {
    return await known;
  } catch (error) {
    keys.delete(namesKept);
    throw error;
  }
}

const keyPlace: ItemKey = { table: 'settings', key: { pk: 'operator-pseudonyms' } };

/** By the calls that commands make anyway, which their functions carry already: of two who make it, one wins. */
async function readOrMakeKey(database: Database): Promise<string> {
  for (let attempt = 1; attempt <= attemptsMax; attempt += 1) {
    const found = (await readItems(database, [keyPlace])).get<{ readonly value: string }>(keyPlace);
    if (found) return found.value;
    const value = randomBytes(32).toString('base64');
    const put: Write = { kind: 'put', table: 'settings', item: { ...keyPlace.key, value }, condition: absent() };
    if ((await commit(database, [put])) === 'committed') return value;
    await waitBeforeRetry(attempt);
  }
  throw new Unavailable(`the key of pseudonyms was not made in ${attemptsMax} attempts`);
}

/**
 * Who handled and checked it at the bank (经办/复核), as the trail keeps them: a bank gives names and no subjects, and
 * names are not in the chain (R30). The same name of one organisation has the same pseudonym.
 */
export async function operatorSubsOf(services: Services, org: string, operator: Operator): Promise<Operator> {
  const key = await keyOf(services);
  const subOf = (name: string): string =>
    `operator:${createHmac('sha256', key)
      .update(JSON.stringify([org, searchForm(name)]))
      .digest('hex')
      .slice(0, 32)}`;
  return { handledBy: subOf(operator.handledBy), checkedBy: subOf(operator.checkedBy) };
}
