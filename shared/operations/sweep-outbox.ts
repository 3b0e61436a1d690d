import { lastDay } from '../domain/calendar.ts';
import { firstDueAt, jobKey, postponeWrite, readJobsDue, toJob } from '../store/outbox.ts';
import { readItems } from '../store/read.ts';
import { commit } from '../store/transaction.ts';
import { ringAll } from './command.ts';
import { outboxAgeOf } from './outbox-report.ts';
import type { Services } from './services.ts';

/** What a sweep found: how many doorbells were rung, and how old the oldest job of each queue is that it looked at. */
export type SweepReport = Readonly<Record<string, number>> & { readonly rung: number };

/** How long a job rung for again is given before the next ring. */
const nextRingAfterMs = 5 * 60_000;

/**
 * Rings again for every job that its worker has not finished in time: what a crash, a lost message or a full
 * dead-letter queue left behind. `all` rings for every job, whatever its age, as on a start.
 *
 * @returns how many doorbells were rung, and the age of each queue's oldest job in minutes ({@link outboxAgeOf}).
 */
export async function sweepOutbox(services: Services, at: string, { all = false } = {}): Promise<SweepReport> {
  const until = all ? `${lastDay}T23:59:59.999Z` : at;
  const dueAt = new Date(Date.parse(at) + nextRingAfterMs).toISOString();
  const jobIds: string[] = [];
  for await (const jobId of readJobsDue(services.database, until)) jobIds.push(jobId);
  const oldest: Record<string, number> = {};
  let rung = 0;
  for (const jobId of jobIds) {
    const item = (await readItems(services.database, [jobKey(jobId)])).get(jobKey(jobId));
    // Finished since the index was read, or being rung for by another sweep.
    if (!item || (await commit(services.database, [postponeWrite(jobId, dueAt)])) !== 'committed') continue;
    const job = toJob(item);
    await ringAll(services, [job]);
    rung += 1;
    const age = outboxAgeOf(job.queue);
    oldest[age] = Math.max(oldest[age] ?? 0, minutesSince(firstDueAt(item), at));
  }
  return { ...oldest, rung };
}

const minutesSince = (instant: string, at: string): number =>
  Math.max(0, Math.floor((Date.parse(at) - Date.parse(instant)) / 60_000));
