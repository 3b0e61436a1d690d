import { type Day, dayAt } from '../../domain/calendar.ts';
import type { Actor } from '../../domain/event.ts';
import { setOffOf } from '../../domain/set-off.ts';
import { claimLayout } from '../../store/claims.ts';
import { debtWrite, readDebts } from '../../store/debts.ts';
import { jobWrite } from '../../store/outbox.ts';
import { queryAll, readItems } from '../../store/read.ts';
import { keyOfResource, record, storedIn } from '../../store/resource.ts';
import { readSetOffsDue, setOffSeenWrite } from '../../store/set-off-due.ts';
import type { Act } from '../../store/trail.ts';
import { commit } from '../../store/transaction.ts';
import { ringAll, secondRingAt } from '../command.ts';
import { oneByOne } from '../one-by-one.ts';
import type { Services } from '../services.ts';
import { untilCommitted } from '../until-committed.ts';
import { bookEvents } from './book.ts';

/**
 * The night job of R27: sets off what institutions have not remitted in time against what is to be paid to them, the
 * earliest claim first. Looks at the institutions of which something became overdue, or to which something is to be paid
 * anew; repeatable without effect. An institution of which a claim failed stays due, and is looked at again the next night.
 *
 * @throws Error once all are tried, if something could not be set off.
 */
export async function setOffOverdue(services: Services, at: string): Promise<{ changed: number }> {
  const today = dayAt(at);
  const act: Act = { at, actor: setOffBy(`night:${today}`) };
  let changed = 0;
  const job = 'carry-over-and-set-off';
  await oneByOne(services, { job, ids: await readSetOffsDue(services.database, today) }, async (institutionId) => {
    const ids = await settledClaimIds(services, institutionId);
    await oneByOne(services, { job, ids }, async (claimId) => {
      while (await setOffOnce(services, institutionId, claimId, act)) changed += 1;
    });
    await markSeen(services, institutionId, today);
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

/** Who sets off, whatever made it look: the night, or a payment before it. */
export const setOffBy = (causedBy: string): Actor => ({
  sub: 'job:carry-over-and-set-off',
  org: 'system',
  role: 'job',
  causedBy,
});

/**
 * One set-off against one claim, in one transaction with the debts that it takes; tells whether there was one.
 *
 * @throws Unavailable if the store did not take it in time.
 */
export async function setOffOnce(
  services: Services,
  institutionId: string,
  claimId: string,
  act: Act,
): Promise<boolean> {
  const { database } = services;
  const { at } = act;
  const today = dayAt(at);
  return untilCommitted<boolean>(`the set-off against claim ${claimId}`, async () => {
    const debts = await readDebts(database, institutionId);
    const items = await readItems(database, [keyOfResource(claimLayout, claimId)]);
    const claim = storedIn(items, claimLayout, claimId);
    const setOff = claim && setOffOf(claim.state, debts, today);
    if (!setOff) return { done: false };
    const booked = bookEvents('claims', claimId, claim.version, [setOff.event], at);
    const outcome = await commit(database, [
      ...record(claimLayout, claimId, claim, [setOff.event], act).writes,
      ...booked.writes,
      ...setOff.debts.map(({ before, after }) => debtWrite(before, after)),
      ...booked.jobs.map((job) => jobWrite(job, secondRingAt(at))),
    ]);
    if (outcome !== 'committed') return { outcome };
    // What was owed has come: more may be spent than before.
    await ringAll(services, booked.jobs);
    return { done: true };
  });
}

/** What is still overdue waits for the next payment; a debt that somebody moves meanwhile is looked at again next night. */
async function markSeen({ database }: Services, institutionId: string, today: Day): Promise<void> {
  for (const debt of await readDebts(database, institutionId)) {
    await commit(database, [debtWrite(debt, { ...debt, seenThrough: today })]);
  }
  await commit(database, [setOffSeenWrite(institutionId, today)]);
}
