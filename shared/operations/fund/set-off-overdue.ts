import { type Day, dayAt } from '../../domain/calendar.ts';
import type { Actor } from '../../domain/event.ts';
import { setOffOf } from '../../domain/set-off.ts';
import { claimLayout } from '../../store/claims.ts';
import { debtWrite, readDebts } from '../../store/debts.ts';
import { jobWrite } from '../../store/outbox.ts';
import { queryAll, readItems } from '../../store/read.ts';
import { keyOfResource, record, storedIn } from '../../store/resource.ts';
import { attemptsMax, Unavailable, waitBeforeRetry } from '../../store/retry.ts';
import { readSetOffsDue, setOffSeenWrite } from '../../store/set-off-due.ts';
import { commit } from '../../store/transaction.ts';
import { ringAll, secondRingAt } from '../command.ts';
import { eachDue } from '../each-due.ts';
import type { Services } from '../services.ts';
import { bookEvents } from './book.ts';

/**
 * The night job of R27: sets off what institutions have not remitted in time against what is to be paid to them, the
 * earliest claim first. Looks at the institutions of which something became overdue, or to which something is to be paid
 * anew; repeatable without effect.
 *
 * @throws ItemsLeft once all institutions were tried, if some could not be done.
 */
export async function setOffOverdue(services: Services, at: string): Promise<{ changed: number }> {
  const today = dayAt(at);
  let changed = 0;
  const institutionIds = await readSetOffsDue(services.database, today);
  await eachDue(services, 'institutions', institutionIds, async (institutionId) => {
    // The claims in their order: one that cannot be set off against keeps those behind it, but no other institution's.
    for (const claimId of await settledClaimIds(services, institutionId)) {
      while (await setOffOnce(services, institutionId, claimId, at)) changed += 1;
    }
    await markSeen(services, institutionId, today);
    return true;
  });
  return { changed };
}

/** The institution's settled claims, those filed first before. */
async function settledClaimIds({ database }: Services, institutionId: string): Promise<readonly string[]> {
  const ids: string[] = [];
  const range = {
    table: 'claims' as const,
    index: 'byInstitutionState',
    expression: '#state = :state',
    names: { '#state': 'institutionState' },
    values: { ':state': `${institutionId}#settled` },
  };
  for await (const { pk } of queryAll(database, range)) ids.push(String(pk));
  return ids;
}

/**
 * One set-off against one claim, in one transaction with the debts that it takes; tells whether there was one.
 *
 * @throws Unavailable when the store did not take it in time.
 */
async function setOffOnce(services: Services, institutionId: string, claimId: string, at: string): Promise<boolean> {
  const { database } = services;
  const today = dayAt(at);
  const causedBy = `night:${today}`;
  const actor: Actor = { sub: 'job:carry-over-and-set-off', org: 'system', role: 'job', causedBy };
  for (let attempt = 1; attempt <= attemptsMax; attempt += 1) {
    const debts = await readDebts(database, institutionId);
    const items = await readItems(database, [keyOfResource(claimLayout, claimId)]);
    const claim = storedIn(items, claimLayout, claimId);
    const setOff = claim && setOffOf(claim.state, debts, today);
    if (!setOff) return false;
    const booked = bookEvents('claims', claimId, claim.version, [setOff.event], at);
    const outcome = await commit(database, [
      ...record(claimLayout, claimId, claim, [setOff.event], { at, actor }).writes,
      ...booked.writes,
      ...setOff.debts.map(({ before, after }) => debtWrite(before, after)),
      ...booked.jobs.map((job) => jobWrite(job, secondRingAt(at))),
    ]);
    if (outcome === 'committed') {
      // What was owed has come: more may be spent than before.
      await ringAll(services, booked.jobs);
      return true;
    }
    await waitBeforeRetry(attempt);
  }
  throw new Unavailable(`nothing was set off against claim ${claimId} in ${attemptsMax} attempts`);
}

/** What is still overdue waits for the next payment; a debt that somebody moves meanwhile is looked at again next night. */
async function markSeen({ database }: Services, institutionId: string, today: Day): Promise<void> {
  for (const debt of await readDebts(database, institutionId)) {
    await commit(database, [debtWrite(debt, { ...debt, seenThrough: today })]);
  }
  await commit(database, [setOffSeenWrite(institutionId, today)]);
}
