import type { Day } from '../../domain/calendar.ts';
import { institutionOfAccount, type LedgerEntry } from '../../domain/ledger.ts';
import type { Item } from '../../store/database.ts';
import { entryKey, queryJournal, readEntries } from '../../store/ledger.ts';
import type { Caller } from '../caller.ts';
import { type ListPage, nothingListed, type PageRequest } from '../listing.ts';
import type { Services } from '../services.ts';

export interface EntryFilter {
  /** First and last day of booking. */
  readonly from?: Day | undefined;
  readonly to?: Day | undefined;
  readonly account?: string | undefined;
}

/** Pages of the journal that a call looks through for an account before it answers with what it has and a cursor. */
const pagesMax = 10;

/** Lists the ledger's entries, the newest day of booking first; a bank's are those that move its own accounts. */
export async function listEntries(
  { database }: Services,
  caller: Caller,
  { from, to, account }: EntryFilter,
  { limit, after }: PageRequest,
): Promise<ListPage<LedgerEntry>> {
  const ofAccount = account === undefined ? null : institutionOfAccount(account);
  const institutionId = caller.role === 'bank' ? caller.org : (ofAccount ?? undefined);
  if (ofAccount !== null && ofAccount !== institutionId) return nothingListed;
  const matches = ({ lines }: LedgerEntry): boolean =>
    account === undefined || lines.some((line) => line.account === account);
  const found: { readonly entry: LedgerEntry; readonly place: Item }[] = [];
  let place = after;
  for (let page = 0; page < pagesMax; page += 1) {
    // One more than is shown, so that the last page knows that it is the last.
    const { items, last } = await queryJournal(database, { from, to, institutionId }, limit + 1, place);
    const entries = new Map((await readEntries(database, items)).map((entry) => [entryKey(entry).key.sk, entry]));
    for (const item of items) {
      const entry = entries.get(String(item.sk));
      if (entry && matches(entry)) found.push({ entry, place: item });
    }
    place = last;
    if (!place || found.length > limit) break;
  }
  const shown = found.slice(0, limit);
  return {
    items: shown.map(({ entry }) => entry),
    next: found.length > limit ? shown.at(-1)?.place : place,
  };
}
