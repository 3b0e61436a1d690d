import { addDays, type Day } from '../../domain/calendar.ts';
import { queryAll, queryPage } from '../../store/read.ts';
import type { Services } from '../services.ts';

const due = {
  table: 'documents' as const,
  index: 'due',
  names: { '#list': 'dueList', '#key': 'dueKey' },
};

/** The documents to expire, and the expired ones whose content is to go: due before a day, the longest first. */
export async function readDueDocumentIds(services: Services, today: Day): Promise<readonly string[]> {
  const ids: string[] = [];
  // `2026-03-31` sorts before every key of that day, so those kept through today are not read.
  const query = { ...due, expression: '#list = :list AND #key < :today', values: { ':list': 'due', ':today': today } };
  for await (const item of queryAll(services.database, query)) ids.push(String(item.pk));
  return ids;
}

/** The first day on which a document expires or its content goes; null if none waits for that. */
export async function firstDocumentEndOn(services: Services): Promise<Day | null> {
  const names = { '#list': due.names['#list'] };
  const query = { ...due, names, expression: '#list = :list', values: { ':list': 'due' }, limit: 1 };
  const { items } = await queryPage(services.database, query);
  return items[0] ? addDays(String(items[0].dueKey).slice(0, 10), 1) : null;
}
