import { itemNotDone } from '../domain/alarm.ts';
import type { Services } from './services.ts';

/** What a job goes through: its name, and its items by their ids. */
export interface ItemsOfJob {
  readonly job: string;
  readonly ids: Iterable<string>;
  /** Whether there is time for another item; by default there is, until the deadline of the call. */
  readonly hasTime?: () => boolean;
}

/**
 * Does something with each item of a job, one after another, and goes on past those that fail: each is reported in the log,
 * and once all have been tried the job fails as a whole, so that a person is called. The one loop of the jobs of the night,
 * so that no item keeps those behind it waiting for a night.
 *
 * @throws AggregateError that names the failed items, once all are tried or the time to write has passed.
 */
export async function oneByOne(
  { database, log }: Services,
  { job, ids, hasTime = () => true }: ItemsOfJob,
  act: (id: string) => Promise<void>,
): Promise<void> {
  const failed: string[] = [];
  const errors: unknown[] = [];
  for (const id of ids) {
    if (!hasTime()) break;
    if (database.deadline?.hasPassed()) {
      failed.push(`${id} and all after it, for want of time`);
      break;
    }
    try {
      await act(id);
    } catch (error) {
      failed.push(id);
      errors.push(error);
      log.error(itemNotDone, { job, id, error: String(error) });
    }
  }
  if (failed.length === 0) return;
  const named = failed.slice(0, 10).join(', ');
  const message = `${job}: ${failed.length} failed, the others are done: ${named}${failed.length > 10 ? ', …' : ''}`;
  throw new AggregateError(errors, message);
}
