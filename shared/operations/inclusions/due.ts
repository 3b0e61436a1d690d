import { addDays, type Day } from '../../domain/calendar.ts';
import { queryAll, queryPage } from '../../store/read.ts';
import type { Services } from '../services.ts';

const due = {
  table: 'inclusions' as const,
  index: 'due',
  names: { '#list': 'dueList', '#key': 'dueKey' },
};

/** The inclusions in force whose last day is before a day, the longest past first. */
export async function readEndedInclusionIds(services: Services, today: Day): Promise<readonly string[]> {
  const ids: string[] = [];
  // Tomorrow's bare day sorts before every key of tomorrow, and after every key of today.
  const values = { ':list': 'due', ':tomorrow': addDays(today, 1) };
  const query = { ...due, expression: '#list = :list AND #key < :tomorrow', values };
  for await (const item of queryAll(services.database, query)) ids.push(String(item.pk));
  return ids;
}

/** The first day after the last day of an inclusion in force, or null where none runs out. */
export async function firstInclusionEndOn(services: Services): Promise<Day | null> {
  const names = { '#list': due.names['#list'] };
  const query = { ...due, names, expression: '#list = :list', values: { ':list': 'due' }, limit: 1 };
  const { items } = await queryPage(services.database, query);
  return items[0] ? String(items[0].dueKey).slice(0, 10) : null;
}
