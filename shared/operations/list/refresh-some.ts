import { dayAt } from '../../domain/calendar.ts';
import type { EnterpriseFile } from '../../domain/enterprise.ts';
import { type PolicyBook, policyOn, settledDayAt } from '../../domain/policy.ts';
import { refreshStanding } from '../../domain/refresh.ts';
import { areJudged, type GuardItem, guardKey, judgedAgain } from '../../store/enterprises.ts';
import { jobDoneWrite, jobKey } from '../../store/outbox.ts';
import { bookIn, policyBookKey } from '../../store/policy-book.ts';
import { readItems } from '../../store/read.ts';
import { lookedAtWrite } from '../../store/refreshes.ts';
import type { Stored } from '../../store/resource.ts';
import { attemptsMax, Unavailable, waitBeforeRetry } from '../../store/retry.ts';
import { commit, type Write } from '../../store/transaction.ts';
import type { Services } from '../services.ts';
import { listWorker } from './import-run.ts';
import { haveRoom, readFiles, recordEnterprise } from './list-change.ts';
import type { RefreshSomeMessage } from './refresh-job.ts';

/**
 * Looks at a job's enterprises and writes the standing of those whose standing has changed (R7), several a transaction;
 * the last of these takes the job out. What is counted is counted in the transaction that did it.
 */
export async function refreshSome(
  services: Services,
  jobId: string,
  { refreshId, creditCodes }: RefreshSomeMessage,
  at: string,
): Promise<void> {
  const { database } = services;
  for (let attempt = 1; attempt <= attemptsMax; attempt += 1) {
    const items = await readItems(database, [jobKey(jobId), policyBookKey]);
    if (!items.get(jobKey(jobId))) return;
    const changes = await changesOf(services, { refreshId, creditCodes, book: bookIn(items) }, at);
    if (await writeAll(services, { jobId, refreshId, looked: creditCodes.length }, changes)) return;
    await waitBeforeRetry(attempt);
  }
  throw new Unavailable(`job ${jobId} was not done in ${attemptsMax} attempts`);
}

/** What is to be written for one enterprise; `isChange` where that is more than by what its guards were judged. */
interface Refreshed {
  readonly writes: readonly Write[];
  readonly isChange: boolean;
}

async function changesOf(
  services: Services,
  {
    refreshId,
    creditCodes,
    book,
  }: { readonly refreshId: string; readonly creditCodes: readonly string[]; readonly book: PolicyBook },
  at: string,
): Promise<readonly Refreshed[]> {
  const act = { at, actor: listWorker(refreshId) };
  const changes: Refreshed[] = [];
  const same: Stored<EnterpriseFile>[] = [];
  for (const [creditCode, stored] of await readFiles(services, creditCodes)) {
    if (!stored) continue;
    const event = refreshStanding(stored.state, book, dayAt(at));
    if (!event) same.push(stored);
    else changes.push({ writes: recordEnterprise(creditCode, stored, [event], act).writes, isChange: true });
  }
  return [...changes, ...(await guardsBehind(services, same, book, at))];
}

/** Of standings that are as they were: applications ask the guards whether that is known by the version in force. */
async function guardsBehind(
  { database }: Services,
  files: readonly Stored<EnterpriseFile>[],
  book: PolicyBook,
  at: string,
): Promise<readonly Refreshed[]> {
  const day = settledDayAt(at);
  const inForceSince = policyOn(book, day)?.effectiveFrom ?? day;
  const keyOf = ({ state }: Stored<EnterpriseFile>) => guardKey(state.creditCode);
  const items = await readItems(database, files.map(keyOf));
  return files.flatMap((file) => {
    const guard = items.get<GuardItem>(keyOf(file));
    // Guards of another version than was read have followed it, or are for the check of guards to find.
    if (guard?.fileVersion !== file.version || areJudged(guard, file, inForceSince)) return [];
    return [{ writes: [judgedAgain(file, at)], isChange: false }];
  });
}

async function writeAll(
  { database }: Services,
  { jobId, refreshId, looked }: { readonly jobId: string; readonly refreshId: string; readonly looked: number },
  changes: readonly Refreshed[],
): Promise<boolean> {
  let left = changes;
  for (;;) {
    const group: Write[] = [];
    const count = left.findIndex(({ writes }) => {
      if (!haveRoom(group, writes)) return true;
      group.push(...writes);
      return false;
    });
    const isLast = count === -1;
    const changed = (isLast ? left : left.slice(0, count)).filter(({ isChange }) => isChange).length;
    const counted = lookedAtWrite(refreshId, isLast ? looked : 0, changed);
    const ending = isLast ? [jobDoneWrite(jobId, true)] : [];
    if ((await commit(database, [...group, counted, ...ending])) !== 'committed') return false;
    if (isLast) return true;
    left = left.slice(count);
  }
}
