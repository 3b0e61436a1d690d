import type { Day } from './calendar.ts';
import type { EnterpriseFile, StandingRecord, StandingRefreshed } from './enterprise.ts';
import type { PolicyBook } from './policy.ts';
import { standingRecord } from './standing.ts';

/** What a refresh changes of an enterprise (R7): its standing as of today; null where that is as it was. */
export function refreshStanding(file: EnterpriseFile, book: PolicyBook, today: Day): StandingRefreshed | null {
  const standing = standingRecord(file, book, today);
  return isSame(standing, file.standing) ? null : { type: 'standing-refreshed', data: { standing } };
}

/** The same but for the day on which it was computed. */
function isSame(a: StandingRecord, b: StandingRecord): boolean {
  return (
    a.listed === b.listed &&
    a.basis === b.basis &&
    a.listedSince === b.listedSince &&
    a.listedThrough === b.listedThrough &&
    a.nextChangeOn === b.nextChangeOn &&
    a.categories.join(' ') === b.categories.join(' ')
  );
}
