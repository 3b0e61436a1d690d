import { lastDay } from '../domain/calendar.ts';
import {
  type JobStanding,
  jobKey,
  jobRange,
  parkWrite,
  postponeWrite,
  readJobsDue,
  toStanding,
} from '../store/outbox.ts';
import { queryAll, readItems } from '../store/read.ts';
import { commit } from '../store/transaction.ts';
import { ringAll } from './command.ts';
import { oneByOne } from './one-by-one.ts';
import { outboxAgeOf, parkedFigure } from './outbox-report.ts';
import type { Services } from './services.ts';

/** What a sweep found: how many doorbells were rung, and how old the oldest job of each queue is that it looked at. */
export type SweepReport = Readonly<Record<string, number>> & { readonly rung: number };

/** How long a job rung for again is given before the next ring. */
const nextRingAfterMs = 5 * 60_000;

/** After so many rings, a day of them, a job is parked: what could recover by itself has had its time. */
export const ringsMax = 288;

/**
 * Rings again for every job that its worker has not finished in time: what a crash, a lost message or a full
 * dead-letter queue left behind. One rung for {@link ringsMax} times is parked in place of another ring (decisions/0045).
 * `all` rings for every job that is not parked, whatever its age, as on a start.
 *
 * @returns how many doorbells were rung, how many jobs are parked, and the age of each queue's oldest job in minutes ({@link outboxAgeOf}).
 */
export async function sweepOutbox(services: Services, at: string, { all = false } = {}): Promise<SweepReport> {
  const until = all ? `${lastDay}T23:59:59.999Z` : at;
  const dueAt = new Date(Date.parse(at) + nextRingAfterMs).toISOString();
  const jobIds: string[] = [];
  for await (const jobId of readJobsDue(services.database, until)) jobIds.push(jobId);
  const oldest: Record<string, number> = {};
  let rung = 0;
  await oneByOne(services, { job: 'sweep-outbox', ids: jobIds }, async (jobId) => {
    const item = (await readItems(services.database, [jobKey(jobId)])).get(jobKey(jobId));
    // Finished since the index was read.
    if (!item) return;
    const job = toStanding(item);
    if (job.rings >= ringsMax) return park(services, job, at);
    // Finished, or being rung for by another sweep.
    if ((await commit(services.database, [postponeWrite(jobId, dueAt)])) !== 'committed') return;
    await ringAll(services, [job]);
    rung += 1;
    const age = outboxAgeOf(job.queue);
    oldest[age] = Math.max(oldest[age] ?? 0, minutesSince(job.since, at));
  });
  return { ...oldest, rung, [parkedFigure]: await countParked(services) };
}

/** Takes a job out of the rings and says so once; whoever was first parked it. */
async function park(
  { database, log }: Services,
  { jobId, queue, since, rings }: JobStanding,
  at: string,
): Promise<void> {
  if ((await commit(database, [parkWrite(jobId, at)])) !== 'committed') return;
  log.error('a job was parked', { jobId, queue, since, rings });
}

async function countParked({ database }: Services): Promise<number> {
  let count = 0;
  for await (const _job of queryAll(database, jobRange('parked'))) count += 1;
  return count;
}

const minutesSince = (instant: string, at: string): number =>
  Math.max(0, Math.floor((Date.parse(at) - Date.parse(instant)) / 60_000));
