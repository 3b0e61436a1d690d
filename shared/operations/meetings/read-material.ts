import { type Day, yearOf } from '../../domain/calendar.ts';
import type { Meeting } from '../../domain/meeting.ts';
import { claimLayout } from '../../store/claims.ts';
import { loanLayout } from '../../store/loans.ts';
import { policyBookKey } from '../../store/policy-book.ts';
import { type Items, readItems } from '../../store/read.ts';
import { keyOfResource, storedIn } from '../../store/resource.ts';
import type { Caller } from '../caller.ts';
import { yearUseKeys } from '../claims/year-use.ts';
import type { Services } from '../services.ts';
import { keysOf, namedBy } from './subjects.ts';

/** For whom, and as of which day, material is shown. */
export interface MaterialReader {
  readonly caller: Caller;
  readonly today: Day;
}

/** Reads what the items of an agenda are about, with the loans of claims and what their payouts rest on. */
export async function readMaterial({ database }: Services, { items }: Meeting, today: Day): Promise<Items> {
  const first = await readItems(database, [policyBookKey, ...keysOf(items.map(namedBy))]);
  const keys = items.flatMap(({ claimId }) => {
    const claim = claimId === null ? null : storedIn(first, claimLayout, claimId);
    if (!claim) return [];
    const { loanId, institutionId } = claim.state;
    return [keyOfResource(loanLayout, loanId), ...yearUseKeys(institutionId, yearOf(today))];
  });
  return keys.length > 0 ? first.and(await readItems(database, keys)) : first;
}
