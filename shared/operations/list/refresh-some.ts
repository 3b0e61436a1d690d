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
import { RefusedAgainAndAgain, Unavailable } from '../../store/retry.ts';
import { type Commit, commit, type Write } from '../../store/transaction.ts';
import { oneByOne } from '../one-by-one.ts';
import type { Services } from '../services.ts';
import { untilCommitted } from '../until-committed.ts';
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
  try {
    await untilCommitted<void>(`job ${jobId}`, async () => {
      const items = await readItems(database, [jobKey(jobId), policyBookKey]);
      if (!items.get(jobKey(jobId))) return { done: undefined };
      const changes = await changesOf(services, { refreshId, creditCodes, book: bookIn(items) }, at);
      const outcome = await writeAll(services, { jobId, refreshId, looked: creditCodes.length }, changes);
      return outcome === 'committed' ? { done: undefined } : { outcome };
    });
  } catch (error) {
    if (error instanceof Unavailable && !(error instanceof RefusedAgainAndAgain)) throw error;
    await refreshEach(services, { refreshId, creditCodes }, at);
    throw error;
  }
}

/**
 * Something among a job's enterprises cannot be written: each is written alone, so that it keeps none of the others as they
 * were. The job stays in the outbox, which calls a person.
 *
 * @throws Error that names the enterprises that cannot be written.
 */
const refreshEach = (
  services: Services,
  { refreshId, creditCodes }: Omit<RefreshSomeMessage, 'kind'>,
  at: string,
): Promise<void> =>
  oneByOne(services, { job: `refresh ${refreshId}`, ids: creditCodes }, (creditCode) =>
    untilCommitted<void>(`enterprise ${creditCode}`, async () => {
      const book = bookIn(await readItems(services.database, [policyBookKey]));
      const [change] = await changesOf(services, { refreshId, creditCodes: [creditCode], book }, at);
      if (!change) return { done: undefined };
      const counted = lookedAtWrite(refreshId, 0, Number(change.isChange));
      const outcome = await commit(services.database, [...change.writes, counted]);
      return outcome === 'committed' ? { done: undefined } : { outcome };
    }),
  );

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
): Promise<Commit> {
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
    const outcome = await commit(database, [...group, counted, ...ending]);
    if (outcome !== 'committed' || isLast) return outcome;
    left = left.slice(count);
  }
}
