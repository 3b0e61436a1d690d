import { type Day, dayAt } from '../../domain/calendar.ts';
import type { Actor } from '../../domain/event.ts';
import type { PolicyVersion } from '../../domain/policy.ts';
import { jobWrite } from '../../store/outbox.ts';
import { activatedWrite } from '../../store/policies.ts';
import { type BookItem, policyBookKey } from '../../store/policy-book.ts';
import { readItems } from '../../store/read.ts';
import { newRefreshWrites } from '../../store/refreshes.ts';
import { type Commit, commit } from '../../store/transaction.ts';
import { ringAll, secondRingAt } from '../command.ts';
import { refreshAllJob } from '../list/refresh-job.ts';
import { oneByOne } from '../one-by-one.ts';
import type { Services } from '../services.ts';
import { untilCommitted } from '../until-committed.ts';

/**
 * The night job of R7 for versions: starts a refresh of the whole list for each version that has come into force and had
 * none yet. Decisions go by the version since midnight, whether or not this has run; what follows is what is stored of
 * the list. Repeatable: the book notes the day in the transaction that starts the refresh. A version whose refresh cannot be
 * started stops no later one, whose refresh looks at the same list.
 *
 * @throws Error once all are tried, if one could not be started.
 */
export async function activatePolicies(services: Services, at: string): Promise<{ activated: number }> {
  let activated = 0;
  const due = notActivated(await readBookItem(services)).filter(({ effectiveFrom }) => effectiveFrom <= dayAt(at));
  const ids = due.map(({ policyId }) => policyId);
  await oneByOne(services, { job: 'activate-policies', ids }, async (policyId) => {
    if (await activateOne(services, policyId, at)) activated += 1;
  });
  return { activated };
}

/** Tells whether its refresh was started now, and not by another run. */
const activateOne = (services: Services, policyId: string, at: string): Promise<boolean> =>
  untilCommitted<boolean>(`the refresh for version ${policyId}`, async () => {
    const book = await readBookItem(services);
    const version = notActivated(book).find((due) => due.policyId === policyId);
    if (!book || !version) return { done: false };
    const outcome = await startRefreshOf(services, book, version, at);
    return outcome === 'committed' ? { done: true } : { outcome };
  });

async function startRefreshOf(
  services: Services,
  book: BookItem,
  { policyId, effectiveFrom }: PolicyVersion,
  at: string,
): Promise<Commit> {
  const refreshId = activationRefreshId(policyId);
  const causedBy = `night:${dayAt(at)}`;
  const actor: Actor = { sub: 'job:activate-policies', org: 'system', role: 'job', causedBy };
  const refresh = newRefreshWrites({ refreshId, reason: null, policyId }, { at, actor });
  const job = refreshAllJob(refreshId);
  const writes = [activatedWrite(book, effectiveFrom), ...refresh, jobWrite(job, secondRingAt(at))];
  const outcome = await commit(services.database, writes);
  if (outcome === 'committed') await ringAll(services, [job]);
  return outcome;
}

/** The refresh that a version's coming into force starts: one for each, by its name. */
export const activationRefreshId = (policyId: string): string => `activation-${policyId}`;

/** The next day on which a version comes into force, or that of one whose refresh was missed; null where none waits. */
export async function firstActivationOn(services: Services): Promise<Day | null> {
  return notActivated(await readBookItem(services))[0]?.effectiveFrom ?? null;
}

/** Approved versions whose refresh has not been started, the earliest first. */
const notActivated = (book: BookItem | undefined): readonly PolicyVersion[] =>
  book?.approved.filter(({ effectiveFrom }) => effectiveFrom > book.activatedThrough) ?? [];

const readBookItem = async ({ database }: Services): Promise<BookItem | undefined> =>
  (await readItems(database, [policyBookKey])).get<BookItem>(policyBookKey);
