import { memberRange } from '../../store/enterprises.ts';
import { jobDoneWrite, jobWrite } from '../../store/outbox.ts';
import { queryPage } from '../../store/read.ts';
import { foundWrite, type RefreshItem, readRefreshItem } from '../../store/refreshes.ts';
import { attemptsMax, Unavailable, waitBeforeRetry } from '../../store/retry.ts';
import { commit } from '../../store/transaction.ts';
import { ringAll, secondRingAt } from '../command.ts';
import type { Services } from '../services.ts';
import { enterprisesInJob, jobsAtOnce, refreshAllJob, refreshSomeJobs } from './refresh-job.ts';
import type { WorkTurn } from './work-line.ts';

/**
 * Finds every member of the list and makes jobs of them, from where the refresh is; what is found is counted in the
 * transaction that makes its jobs. Rings for the rest when time is up.
 */
export async function refreshAll(services: Services, refreshId: string, turn: WorkTurn): Promise<void> {
  for (let attempt = 1; attempt <= attemptsMax; attempt += 1) {
    const refresh = await readRefreshItem(services.database, refreshId);
    if (!refresh || refresh.enumerated) return;
    if (!turn.hasTime()) return ringAll(services, [refreshAllJob(refreshId)]);
    if (await findSome(services, refresh, turn.at)) attempt = 0;
    else await waitBeforeRetry(attempt);
  }
  throw new Unavailable(`refresh ${refreshId} did not get on in ${attemptsMax} attempts`);
}

async function findSome(services: Services, refresh: RefreshItem, at: string): Promise<boolean> {
  const { refreshId, cursor } = refresh;
  const { expression, values, ...range } = memberRange('all');
  const { items, last } = await queryPage(services.database, {
    ...range,
    expression: `${expression} AND #sk > :after`,
    names: { ...range.names, '#sk': 'sk' },
    values: { ...values, ':after': cursor === '' ? '0' : cursor },
    limit: enterprisesInJob * jobsAtOnce,
  });
  const codes = items.map(({ sk }) => String(sk));
  const jobs = refreshSomeJobs(services, refreshId, codes, at);
  const enumerated = last === undefined;
  const dueAt = secondRingAt(at);
  const outcome = await commit(services.database, [
    ...jobs.map((job) => jobWrite(job, dueAt)),
    foundWrite(refresh, { count: codes.length, cursor: codes.at(-1) ?? cursor, enumerated }),
    ...(enumerated ? [jobDoneWrite(refreshId, false)] : []),
  ]);
  if (outcome !== 'committed') return false;
  await ringAll(services, jobs);
  return true;
}
