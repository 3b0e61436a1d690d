import { createHmac, randomBytes } from 'node:crypto';
import type { Operator } from '../../domain/event.ts';
import { searchForm } from '../../domain/search-form.ts';
import { readOrKeepSetting } from '../../store/settings.ts';
import type { Services } from '../services.ts';

/** By the database that they are of. */
const keys = new WeakMap<object, Promise<string>>();

/** The city's key of pseudonyms: whoever has the trail alone cannot find out a name by trying. */
async function keyOf({ database }: Services): Promise<string> {
  const known =
    keys.get(database) ?? readOrKeepSetting(database, 'operator-pseudonyms', () => randomBytes(32).toString('base64'));
  keys.set(database, known);
  try {
    return await known;
  } catch (error) {
    keys.delete(database);
    throw error;
  }
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
