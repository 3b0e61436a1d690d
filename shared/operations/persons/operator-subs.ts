import { createHmac } from 'node:crypto';
import type { Operator } from '../../domain/event.ts';
import { searchForm } from '../../domain/search-form.ts';
import { readCityKey } from '../../store/city-keys.ts';
import type { Services } from '../services.ts';

/**
 * Who handled and checked it at the bank (经办/复核), as the trail keeps them: a bank gives names and no subjects, and
 * names are not in the chain (R30). The same name of one organisation has the same pseudonym.
 */
export async function operatorSubsOf({ database }: Services, org: string, operator: Operator): Promise<Operator> {
  // Under a key, so that nobody who has the trail alone can find out a name by trying.
  const key = await readCityKey(database, 'operator-pseudonyms');
  const subOf = (name: string): string =>
    `operator:${createHmac('sha256', key)
      .update(JSON.stringify([org, searchForm(name)]))
      .digest('hex')
      .slice(0, 32)}`;
  return { handledBy: subOf(operator.handledBy), checkedBy: subOf(operator.checkedBy) };
}
