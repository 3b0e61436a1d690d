import { dayAt } from '../../domain/calendar.ts';
import { eachDue } from '../each-due.ts';
import type { Services } from '../services.ts';
import { readDueIds } from './due.ts';
import { expireApplication } from './expire.ts';

/**
 * The night job of R14: ends every application whose last valid day is before today. Reads only those; repeatable
 * without effect.
 *
 * @throws ItemsLeft once all were tried, if some could not be ended.
 */
export async function expireDueApplications(services: Services, at: string): Promise<{ expired: number }> {
  const ids = await readDueIds(services, dayAt(at));
  const causedBy = `night:${dayAt(at)}`;
  const expired = await eachDue(services, 'applications', ids, (id) =>
    expireApplication(services, id, { at, causedBy }),
  );
  return { expired };
}
