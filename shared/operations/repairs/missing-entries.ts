import type { ResourceKind } from '../../domain/event.ts';
import { bookedKinds, entriesOf } from '../../domain/ledger-source.ts';
import type { RepairChange } from '../../domain/repair.ts';
import type { Database } from '../../store/database.ts';
import { entryKey, entryWrite } from '../../store/ledger.ts';
import { readItems } from '../../store/read.ts';
import type { TrailEvent } from '../../store/trail.ts';
import type { Write } from '../../store/transaction.ts';

/** The entries of the ledger that a history's events made (R29) and that are not there, as writes that put them back. */
export async function missingEntries(
  database: Database,
  kind: ResourceKind,
  id: string,
  events: readonly TrailEvent[],
): Promise<{ readonly changes: readonly RepairChange[]; readonly writes: readonly Write[] }> {
  if (!bookedKinds.includes(kind)) return { changes: [], writes: [] };
  const expected = events.flatMap((event) => entriesOf(kind, id, event));
  const found = await readItems(database, expected.map(entryKey), 'key');
  const missing = expected.filter((entry) => !found.get(entryKey(entry)));
  return {
    changes: missing.map((entry) => ({ what: `ledger/${entry.entryId}`, before: null, after: entry })),
    writes: missing.map(entryWrite),
  };
}
