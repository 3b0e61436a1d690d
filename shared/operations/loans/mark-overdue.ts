import { dayAt } from '../../domain/calendar.ts';
import type { Actor } from '../../domain/event.ts';
import { elapsed } from '../../domain/loan-due.ts';
import { policyNamed } from '../../domain/policy.ts';
import { loanLayout } from '../../store/loans.ts';
import { bookIn, policyBookKey } from '../../store/policy-book.ts';
import { readItems } from '../../store/read.ts';
import { keyOfResource, storedIn } from '../../store/resource.ts';
import { commit } from '../../store/transaction.ts';
import { oneByOne } from '../one-by-one.ts';
import type { Services } from '../services.ts';
import { untilCommitted } from '../until-committed.ts';
import { readDueLoanIds } from './due.ts';
import { recordLoan } from './record-loan.ts';

/**
 * The night job of R19: says of every loan what the days have made of it, overdue or non-performing. Reads only those
 * that are due; repeatable without effect.
 *
 * @throws Error once all are tried, if some could not be marked.
 */
export async function markOverdueLoans(services: Services, at: string): Promise<{ changed: number }> {
  let changed = 0;
  const ids = await readDueLoanIds(services, dayAt(at));
  await oneByOne(services, { job: 'overdue-loans', ids }, async (id) => {
    if (await markOverdue(services, id, at)) changed += 1;
  });
  return { changed };
}

/** One loan of it; tells whether it changed now. One that was repaid or extended meanwhile stays as it is. */
async function markOverdue(services: Services, loanId: string, at: string): Promise<boolean> {
  const causedBy = `night:${dayAt(at)}`;
  const actor: Actor = { sub: 'job:overdue-loans', org: 'system', role: 'job', causedBy };
  return untilCommitted<boolean>(`loan ${loanId}`, async () => {
    const items = await readItems(services.database, [keyOfResource(loanLayout, loanId), policyBookKey]);
    const stored = storedIn(items, loanLayout, loanId);
    if (!stored) return { done: false };
    const { parameters } = policyNamed(bookIn(items), stored.state.policy);
    const { events } = elapsed(stored.state, parameters, dayAt(at));
    if (events.length === 0) return { done: false };
    const { writes } = recordLoan(stored, events, { at, actor });
    const outcome = await commit(services.database, writes);
    return outcome === 'committed' ? { done: true } : { outcome };
  });
}
