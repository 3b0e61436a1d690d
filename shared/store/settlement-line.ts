import { type Day, startOf } from '../domain/calendar.ts';
import type { Database, Item, ItemKey } from './database.ts';
import { queryAll, queryPage } from './read.ts';
import { absent, type Condition, type Write } from './transaction.ts';

/** The whole city's line lies in one range, in the order in which claims may take money (R25). */
const line = 'settlement-line';

/** A claim's place in the line: an approved claim, or what a later year is to meet of a settled one (R24). */
export interface LineEntry {
  /** Sorts by resolution, and within one by the agenda. */
  readonly place: string;
  readonly claimId: string;
  readonly loanId: string;
  readonly institutionId: string;
  /** The year that is to meet what was carried over; null for an approved claim. */
  readonly carryOverYear: number | null;
  /** How often settling it has failed; from {@link failuresMax} on it holds its institution's line. */
  readonly failures: number;
  readonly lastError: string | null;
  /** The instant of the failure from which on it holds the line. */
  readonly heldSince: string | null;
}

/** After so many failures a claim is left to a person (R26). */
export const failuresMax = 5;

/** Sorts by resolution, and within one by the agenda (R25). */
export const placeOf = (resolvedAt: string, meetingId: string, index: number): string =>
  `${resolvedAt}#${meetingId}#${String(index + 1).padStart(3, '0')}`;

/** Where a year meets what was carried over into it: as the year begins, before every claim resolved in it (R24). */
export const carryOverPlace = (year: number, place: string): string =>
  `${startOf(`${year}-01-01`)}#0#${place.replace(/^.*#0#/, '')}`;

export const lineKey = (place: string): ItemKey => ({ table: 'fund', key: { pk: line, sk: place } });

/** Takes a place in the line. */
export const lineWrite = (
  entry: Pick<LineEntry, 'place' | 'claimId' | 'loanId' | 'institutionId' | 'carryOverYear'>,
): Write => ({
  kind: 'put',
  table: 'fund',
  item: { ...lineKey(entry.place).key, schemaVersion: 1, ...entry, failures: 0, lastError: null, heldSince: null },
  condition: absent(),
});

/** Leaves the line; refuses the whole transaction where the place is empty already: settled once, settled. */
export const leaveLineWrite = (place: string): Write => ({ kind: 'remove', ...lineKey(place), condition: there });

const there: Condition = { expression: 'attribute_exists(#pk)', names: { '#pk': 'pk' } };

/** Notes a failure at the entry as it was read. */
export const failureWrite = ({ place, failures }: LineEntry, lastError: string, at: string): Write => ({
  kind: 'update',
  ...lineKey(place),
  set: {
    expression: 'SET #failures = :failures, #lastError = :lastError, #heldSince = :heldSince',
    names: { '#failures': 'failures', '#lastError': 'lastError', '#heldSince': 'heldSince' },
    values: {
      ':failures': failures + 1,
      ':lastError': lastError,
      ':heldSince': failures + 1 >= failuresMax ? at : null,
    },
  },
  condition: asRead(failures),
});

/** Lets a claim that holds its line be tried again. */
export const releaseWrite = ({ place, failures }: LineEntry): Write => ({
  kind: 'update',
  ...lineKey(place),
  set: {
    expression: 'SET #failures = :none, #heldSince = :never',
    names: { '#failures': 'failures', '#heldSince': 'heldSince' },
    values: { ':none': 0, ':never': null },
  },
  condition: asRead(failures),
});

const asRead = (failures: number): Condition => ({
  expression: '#failures = :read',
  values: { ':read': failures },
});

export const toLineEntry = (item: object): LineEntry => {
  const { sk, claimId, loanId, institutionId, carryOverYear, failures, lastError, heldSince } = item as Item &
    LineEntry;
  return { place: String(sk), claimId, loanId, institutionId, carryOverYear, failures, lastError, heldSince };
};

/** The line as it stands, strongly consistent, in its order; what later years are to meet is at its end. */
export async function readLine(database: Database): Promise<readonly LineEntry[]> {
  const range = {
    table: 'fund' as const,
    expression: '#pk = :line',
    names: { '#pk': 'pk' },
    values: { ':line': line },
  };
  const entries: LineEntry[] = [];
  for await (const item of queryAll(database, range)) entries.push(toLineEntry(item));
  return entries;
}

/** The first day after an instant on which a year meets what was carried over into it; null where there is none. */
export async function firstCarryOverOn(database: Database, at: string): Promise<Day | null> {
  const { items } = await queryPage(database, {
    table: 'fund',
    expression: '#pk = :line AND #sk > :at',
    names: { '#pk': 'pk', '#sk': 'sk' },
    // Every place of that instant is longer than it.
    values: { ':line': line, ':at': `${at}~` },
    limit: 1,
  });
  const [year] = items.map((item) => toLineEntry(item).carryOverYear).filter((found) => found !== null);
  return year === undefined ? null : `${year}-01-01`;
}

/** Whether anything is in the line up to an instant. */
export async function isLineWaiting(database: Database, at: string): Promise<boolean> {
  const { items } = await queryPage(database, {
    table: 'fund',
    expression: '#pk = :line AND #sk < :beyond',
    names: { '#pk': 'pk', '#sk': 'sk' },
    values: { ':line': line, ':beyond': `${at}~` },
    limit: 1,
  });
  return items.length > 0;
}
