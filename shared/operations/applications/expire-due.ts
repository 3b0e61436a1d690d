import { dayAt } from '../../domain/calendar.ts';
import { oneByOne } from '../one-by-one.ts';
import type { Services } from '../services.ts';
import { readDueIds } from './due.ts';
import { expireApplication } from './expire.ts';

/**
 * The night job of R14: ends every application whose last valid day is before today. Reads only those; repeatable
 * without effect.
 *
 * @throws Error once all are tried, if some could not be ended.
 */
export async function expireDueApplications(services: Services, at: string): Promise<{ expired: number }> {
  let expired = 0;
  const ids = await readDueIds(services, dayAt(at));
  await oneByOne(services, { job: 'expire-applications', ids }, async (id) => {
    if (await expireApplication(services, id, { at, causedBy: `night:${dayAt(at)}` })) expired += 1;
  });
  return { expired };
}
