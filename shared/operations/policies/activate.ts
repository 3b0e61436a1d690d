import { type Day, dayAt } from '../../domain/calendar.ts';
import type { Actor } from '../../domain/event.ts';
import type { PolicyVersion } from '../../domain/policy.ts';
import { jobWrite } from '../../store/outbox.ts';
import { activatedWrite } from '../../store/policies.ts';
import { type BookItem, policyBookKey } from '../../store/policy-book.ts';
import { readItems } from '../../store/read.ts';
import { newRefreshWrites } from '../../store/refreshes.ts';
import { attemptsMax, Unavailable, waitBeforeRetry } from '../../store/retry.ts';
import { commit } from '../../store/transaction.ts';
import { ringAll, secondRingAt } from '../command.ts';
import { refreshAllJob } from '../list/refresh-job.ts';
import type { Services } from '../services.ts';

/**
 * The night job of R7 for versions: starts a refresh of the whole list for each version that has come into force and had
 * none yet. Decisions go by the version since midnight, whether or not this has run; what follows is what is stored of
 * the list. Repeatable: the book notes the day in the transaction that starts the refresh.
 *
 * @throws Unavailable when the store did not take it in time.
 */
export async function activatePolicies(services: Services, at: string): Promise<{ activated: number }> {
  let activated = 0;
  for (let attempt = 1; attempt <= attemptsMax; attempt += 1) {
    const book = await readBookItem(services);
    const due = notActivated(book)[0];
    if (!book || !due || due.effectiveFrom > dayAt(at)) return { activated };
    if (await startRefreshOf(services, book, due, at)) {
      activated += 1;
      attempt = 0;
    } else await waitBeforeRetry(attempt);
  }
  throw new Unavailable(`a policy version was not activated in ${attemptsMax} attempts`);
}

async function startRefreshOf(
  services: Services,
  book: BookItem,
  { policyId, effectiveFrom }: PolicyVersion,
  at: string,
): Promise<boolean> {
  const refreshId = activationRefreshId(policyId);
  const causedBy = `night:${dayAt(at)}`;
  const actor: Actor = { sub: 'job:activate-policies', org: 'system', role: 'job', causedBy };
  const refresh = newRefreshWrites({ refreshId, reason: null, policyId }, { at, actor });
  const job = refreshAllJob(refreshId);
  const writes = [activatedWrite(book, effectiveFrom), ...refresh, jobWrite(job, secondRingAt(at))];
  if ((await commit(services.database, writes)) !== 'committed') return false;
  await ringAll(services, [job]);
  return true;
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
