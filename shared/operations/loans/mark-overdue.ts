import { dayAt } from '../../domain/calendar.ts';
import type { Actor } from '../../domain/event.ts';
import { elapsed } from '../../domain/loan-due.ts';
import { policyNamed } from '../../domain/policy.ts';
import { loanLayout } from '../../store/loans.ts';
import { bookIn, policyBookKey } from '../../store/policy-book.ts';
import { readItems } from '../../store/read.ts';
import { keyOfResource, storedIn } from '../../store/resource.ts';
import { attemptsMax, Unavailable, waitBeforeRetry } from '../../store/retry.ts';
import { commit } from '../../store/transaction.ts';
import { eachDue } from '../each-due.ts';
import type { Services } from '../services.ts';
import { readDueLoanIds } from './due.ts';
import { recordLoan } from './record-loan.ts';

/**
 * The night job of R19: says of every loan what the days have made of it, overdue or non-performing. Reads only those
 * that are due; repeatable without effect.
 *
 * @throws ItemsLeft once all were tried, if some could not be marked.
 */
export async function markOverdueLoans(services: Services, at: string): Promise<{ changed: number }> {
  const ids = await readDueLoanIds(services, dayAt(at));
  return { changed: await eachDue(services, 'loans', ids, (id) => markOverdue(services, id, at)) };
}

/**
 * One loan of it; tells whether it changed now. One that was repaid or extended meanwhile stays as it is.
 *
 * @throws Unavailable when the store did not take it in time.
 */
async function markOverdue(services: Services, loanId: string, at: string): Promise<boolean> {
  const causedBy = `night:${dayAt(at)}`;
  const actor: Actor = { sub: 'job:overdue-loans', org: 'system', role: 'job', causedBy };
  for (let attempt = 1; attempt <= attemptsMax; attempt += 1) {
    const items = await readItems(services.database, [keyOfResource(loanLayout, loanId), policyBookKey]);
    const stored = storedIn(items, loanLayout, loanId);
    if (!stored) return false;
    const { parameters } = policyNamed(bookIn(items), stored.state.policy);
    const { events } = elapsed(stored.state, parameters, dayAt(at));
    if (events.length === 0) return false;
    const { writes } = recordLoan(stored, events, { at, actor });
    if ((await commit(services.database, writes)) === 'committed') return true;
    await waitBeforeRetry(attempt);
  }
  throw new Unavailable(`loan ${loanId} was not marked in ${attemptsMax} attempts`);
}
