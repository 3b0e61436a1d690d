import type { Day } from '../../domain/calendar.ts';
import { isInDefault } from '../../domain/loan.ts';
import { elapsed } from '../../domain/loan-due.ts';
import { type PolicyBook, policyNamed } from '../../domain/policy.ts';
import { loanLayout } from '../../store/loans.ts';
import { readItems } from '../../store/read.ts';
import { keyOfResource, storedIn } from '../../store/resource.ts';
import type { Services } from '../services.ts';
import { readDueLoanIds } from './due.ts';

/** What the days have made of loans by themselves (R19), and nobody has said yet. */
export interface Unmarked {
  /** Nothing waits for the night job, of any enterprise: so it stays until the day is over. */
  readonly isNone: boolean;
  /** How many loans of the enterprise bar new applications by it (R16). */
  readonly defaults: number;
}

/**
 * Looks for the loans of an enterprise that have become non-performing with nobody reporting, before the night job has said
 * so: R16 binds from midnight. One range that is empty once the job has run; what it will mark is read, so there are few.
 */
export async function readUnmarked(
  services: Services,
  creditCode: string,
  book: PolicyBook,
  today: Day,
): Promise<Unmarked> {
  const ids = await readDueLoanIds(services, today);
  const items = await readItems(
    services.database,
    ids.map((id) => keyOfResource(loanLayout, id)),
  );
  const barring = ids.filter((id) => {
    const loan = storedIn(items, loanLayout, id)?.state;
    if (loan?.creditCode !== creditCode || isInDefault(loan)) return false;
    return isInDefault(elapsed(loan, policyNamed(book, loan.policy).parameters, today).loan);
  });
  return { isNone: ids.length === 0, defaults: barring.length };
}
