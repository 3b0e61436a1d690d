import { addDays, type Day, lastDay } from '../domain/calendar.ts';
import { institutionOf, type LedgerEntry } from '../domain/ledger.ts';
import type { Database, Item, ItemKey } from './database.ts';
import { type Page, queryPage, readItems } from './read.ts';
import { absent, type Write } from './transaction.ts';

/** All entries lie in one range, in the order in which they were entered. */
const allEntries = 'entries';

export const entryKey = ({ at, entryId }: Pick<LedgerEntry, 'at' | 'entryId'>): ItemKey => ({
  table: 'ledger',
  key: { pk: allEntries, sk: `${at}#${entryId}` },
});

/** Puts an entry into the ledger, only where nothing is: nothing there is ever overwritten. */
export function entryWrite(entry: LedgerEntry): Write {
  const institutionId = institutionOf(entry.lines);
  return {
    kind: 'put',
    table: 'ledger',
    item: {
      ...entry,
      ...entryKey(entry).key,
      schemaVersion: 1,
      journal: allEntries,
      dateKey: `${entry.bookedOn}#${entry.at}#${entry.entryId}`,
      ...(institutionId !== null && { institutionId }),
    },
    condition: absent(),
  };
}

/** An entry out of its item, without what only the table's keys and indexes need. */
export function toEntry(item: object): LedgerEntry {
  const { entryId, type, bookedOn, at, document, source, lines, reverses } = item as LedgerEntry;
  return { entryId, type, bookedOn, at, document, source, lines, reverses };
}

/** Whether an entry's item lies where the entry belongs: a copy elsewhere would count twice. */
export const isInPlace = (item: Item): boolean => item.sk === entryKey(toEntry(item)).key.sk;

/** One page of all entries in the order in which they were entered, strongly consistent. */
export const queryEntries = (database: Database, limit: number, after: Item | undefined): Promise<Page> =>
  queryPage(database, {
    table: 'ledger',
    expression: '#pk = :pk',
    names: { '#pk': 'pk' },
    values: { ':pk': allEntries },
    limit,
    after,
  });

/** What a journal (序时账) shows: days of booking, both inclusive, and an institution's entries alone. */
export interface JournalRange {
  readonly from?: Day | undefined;
  readonly to?: Day | undefined;
  readonly institutionId?: string | undefined;
}

/** The keys of one page of the journal, the newest day of booking first. */
export function queryJournal(
  database: Database,
  { from, to = lastDay, institutionId }: JournalRange,
  limit: number,
  after: Item | undefined,
): Promise<Page> {
  const isOwn = institutionId !== undefined;
  return queryPage(database, {
    table: 'ledger',
    index: isOwn ? 'byInstitution' : 'byDate',
    expression: '#journal = :journal AND #date BETWEEN :from AND :before',
    names: { '#journal': isOwn ? 'institutionId' : 'journal', '#date': 'dateKey' },
    // Every key is longer than its day, so that the day after is beyond what is asked.
    values: { ':journal': institutionId ?? allEntries, ':from': from ?? '0', ':before': addDays(to, 1) },
    descending: true,
    limit,
    after,
  });
}

/** The entries that an index names, in its order, from the ledger itself. */
export async function readEntries(database: Database, keys: readonly Item[]): Promise<readonly LedgerEntry[]> {
  const asked = keys.map(({ pk, sk }): ItemKey => ({ table: 'ledger', key: { pk: String(pk), sk: String(sk) } }));
  const items = await readItems(database, asked);
  return asked.flatMap((key) => {
    const item = items.get(key);
    return item ? [toEntry(item)] : [];
  });
}
