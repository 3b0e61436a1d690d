import type { Day } from '../../domain/calendar.ts';
import { queryAll, queryPage } from '../../store/read.ts';
import type { Services } from '../services.ts';

const due = {
  table: 'applications' as const,
  index: 'due',
  names: { '#list': 'dueList', '#key': 'dueKey' },
};

/** The open applications whose last valid day is before a day (R14), the longest overdue first. */
export async function readDueIds(services: Services, today: Day): Promise<readonly string[]> {
  const ids: string[] = [];
  // `2026-03-31` sorts before every key of that day, so those valid through today are not read.
  const query = { ...due, expression: '#list = :list AND #key < :today', values: { ':list': 'due', ':today': today } };
  for await (const item of queryAll(services.database, query)) ids.push(String(item.pk));
  return ids;
}

/** The last valid day that comes first among the open applications, or null where none is open. */
export async function firstExpiryOn(services: Services): Promise<Day | null> {
  const names = { '#list': due.names['#list'] };
  const query = { ...due, names, expression: '#list = :list', values: { ':list': 'due' }, limit: 1 };
  const { items } = await queryPage(services.database, query);
  return items[0] ? String(items[0].dueKey).slice(0, 10) : null;
}
