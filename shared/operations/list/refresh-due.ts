import { addDays, dayAt } from '../../domain/calendar.ts';
import { jobWrite } from '../../store/outbox.ts';
import { queryAll, queryPage } from '../../store/read.ts';
import { dueWrite, nightRefreshId } from '../../store/refreshes.ts';
import { attemptsMax, Unavailable, waitBeforeRetry } from '../../store/retry.ts';
import { absent, commit } from '../../store/transaction.ts';
import { ringAll, secondRingAt } from '../command.ts';
import type { Services } from '../services.ts';
import { enterprisesInJob, jobsAtOnce, refreshSomeJobs } from './refresh-job.ts';

const due = { table: 'enterprises' as const, index: 'due', names: { '#list': 'dueList' } };

/**
 * The night job of R7: makes jobs of every enterprise whose standing can change by today, and reads no others.
 * Repeatable: an enterprise looked at twice changes once.
 */
export async function refreshDue(services: Services, at: string): Promise<{ due: number; jobs: number }> {
  const today = dayAt(at);
  const codes: string[] = [];
  // A day sorts before every key of that day, so those of tomorrow are not read.
  const query = {
    ...due,
    expression: '#list = :list AND #key < :tomorrow',
    names: { ...due.names, '#key': 'dueKey' },
    values: { ':list': 'due', ':tomorrow': addDays(today, 1) },
  };
  for await (const item of queryAll(services.database, query)) codes.push(String(item.dueKey).slice(11));
  let jobs = 0;
  const codesAtOnce = enterprisesInJob * jobsAtOnce;
  for (let start = 0; start < codes.length; start += codesAtOnce) {
    jobs += await makeJobs(services, codes.slice(start, start + codesAtOnce), at);
  }
  return { due: codes.length, jobs };
}

async function makeJobs(services: Services, codes: readonly string[], at: string): Promise<number> {
  const today = dayAt(at);
  const jobs = refreshSomeJobs(services, nightRefreshId(today), codes, at);
  const dueAt = secondRingAt(at);
  const puts = jobs.map((job) => ({ ...jobWrite(job, dueAt), condition: absent() }));
  for (let attempt = 1; attempt <= attemptsMax; attempt += 1) {
    const outcome = await commit(services.database, [...puts, dueWrite(today, at, codes.length)]);
    // The ids are new, so what is refused was put by an attempt whose answer was lost.
    if (outcome === 'committed' || outcome === 'refused') {
      await ringAll(services, jobs);
      return jobs.length;
    }
    await waitBeforeRetry(attempt);
  }
  // What is due stays due: the schedule tries again.
  throw new Unavailable(`${jobs.length} jobs of due enterprises were not put in ${attemptsMax} attempts`);
}

/** The next day on which any enterprise's standing can change by itself, or null. */
export async function firstRefreshOn(services: Services): Promise<string | null> {
  const query = { ...due, expression: '#list = :list', values: { ':list': 'due' }, limit: 1 };
  const { items } = await queryPage(services.database, query);
  return items[0] ? String(items[0].dueKey).slice(0, 10) : null;
}
