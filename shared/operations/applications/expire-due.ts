import { dayAt } from '../../domain/calendar.ts';
import { queryAll, queryPage } from '../../store/read.ts';
import type { Services } from '../services.ts';
import { expireApplication } from './expire.ts';

const due = {
  table: 'applications' as const,
  index: 'due',
  names: { '#list': 'dueList', '#key': 'dueKey' },
};

/**
 * The night job of R14: ends every application whose last valid day is before today. Reads only those; repeatable
 * without effect.
 */
export async function expireDueApplications(services: Services, at: string): Promise<{ expired: number }> {
  const ids: string[] = [];
  // `2026-03-31` sorts before every key of that day, so those valid through today are not read.
  const query = {
    ...due,
    expression: '#list = :list AND #key < :today',
    values: { ':list': 'due', ':today': dayAt(at) },
  };
  for await (const item of queryAll(services.database, query)) ids.push(String(item.pk));
  let expired = 0;
  for (const id of ids) {
    if (await expireApplication(services, id, { at, causedBy: `night:${dayAt(at)}` })) expired += 1;
  }
  return { expired };
}

/** The last valid day that comes first among the open applications, or null where none is open. */
export async function firstExpiryOn(services: Services): Promise<string | null> {
  const query = { ...due, expression: '#list = :list', values: { ':list': 'due' }, limit: 1 };
  const { items } = await queryPage(services.database, query);
  return items[0] ? String(items[0].dueKey).slice(0, 10) : null;
}
