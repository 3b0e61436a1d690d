import { addDays, type Day } from '../domain/calendar.ts';
import type { Database, ItemKey } from './database.ts';
import { queryAll, queryPage } from './read.ts';
import type { Write } from './transaction.ts';

const setOffDueKey = (institutionId: string): ItemKey => ({
  table: 'fund',
  key: { pk: `set-off#${institutionId}`, sk: 'due' },
});

const due = {
  table: 'fund' as const,
  index: 'due',
  names: { '#list': 'dueList', '#key': 'dueKey' },
};

/**
 * Tells the night job to look at an institution: something is to be paid to it that was not before, while debts may be
 * overdue. Put over one that is there already: the night looks once.
 */
export const setOffDueWrite = (institutionId: string, today: Day): Write => ({
  kind: 'put',
  table: 'fund',
  item: { ...setOffDueKey(institutionId).key, dueList: 'due', dueKey: `${addDays(today, 1)}#${institutionId}` },
});

/** Takes that away, unless it was put again for a later night. */
export const setOffSeenWrite = (institutionId: string, today: Day): Write => ({
  kind: 'remove',
  ...setOffDueKey(institutionId),
  condition: {
    expression: 'attribute_not_exists(#key) OR #key < :tomorrow',
    names: { '#key': 'dueKey' },
    values: { ':tomorrow': addDays(today, 1) },
  },
});

/** The institutions of which something became overdue by a day, or to which something is to be paid anew. */
export async function readSetOffsDue(database: Database, today: Day): Promise<readonly string[]> {
  const found = new Set<string>();
  // Tomorrow's bare day sorts before every key of tomorrow, and after every key of today.
  const values = { ':list': 'due', ':tomorrow': addDays(today, 1) };
  const query = { ...due, expression: '#list = :list AND #key < :tomorrow', values };
  for await (const { pk } of queryAll(database, query)) found.add(String(pk).replace(/^[^#]*#/, ''));
  return [...found].sort();
}

/** The first day on which there is something to look at, or null. */
export async function firstSetOffOn(database: Database): Promise<Day | null> {
  const names = { '#list': due.names['#list'] };
  const query = { ...due, names, expression: '#list = :list', values: { ':list': 'due' }, limit: 1 };
  const { items } = await queryPage(database, query);
  return items[0] ? String(items[0].dueKey).slice(0, 10) : null;
}
