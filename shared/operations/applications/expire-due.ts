import { dayAt } from '../../domain/calendar.ts';
import type { Services } from '../services.ts';
import { readDueIds } from './due.ts';
import { expireApplication } from './expire.ts';

/**
 * The night job of R14: ends every application whose last valid day is before today. Reads only those; repeatable
 * without effect.
 */
export async function expireDueApplications(services: Services, at: string): Promise<{ expired: number }> {
  let expired = 0;
  for (const id of await readDueIds(services, dayAt(at))) {
    if (await expireApplication(services, id, { at, causedBy: `night:${dayAt(at)}` })) expired += 1;
  }
  return { expired };
}
