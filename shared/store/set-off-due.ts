import { addDays, type Day } from '../domain/calendar.ts';
import type { ItemKey } from './database.ts';
import type { Write } from './transaction.ts';

export const setOffDueKey = (institutionId: string): ItemKey => ({
  table: 'fund',
  key: { pk: `set-off#${institutionId}`, sk: 'due' },
});

/**
 * Tells the night job to look at an institution: something is to be paid to it that was not before, while debts may be
 * overdue. Put over one that is there already: the night looks once.
 */
export const setOffDueWrite = (institutionId: string, today: Day): Write => ({
  kind: 'put',
  table: 'fund',
  item: {
    ...setOffDueKey(institutionId).key,
    institutionId,
    dueList: 'due',
    dueKey: `${addDays(today, 1)}#set-off#${institutionId}`,
  },
});
