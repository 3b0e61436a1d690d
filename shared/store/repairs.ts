import { evolveRepair, type Repair, type RepairEvent, type RestoredSpan } from '../domain/repair.ts';
import type { Database } from './database.ts';
import { queryAll, readItems } from './read.ts';
import { keyOfResource, type ResourceLayout, storedIn } from './resource.ts';

/** Repairs lie beside the runs of the checks that ask for them, and never expire. */
export const repairLayout: ResourceLayout<Repair, RepairEvent> = {
  kind: 'repairs',
  table: 'checks',
  key: (repairId) => ({ pk: repairId }),
  evolve: evolveRepair,
  indexed: () => ({ roster: 'repairs' }),
};

/** Every restore that was ever noted: a city notes few of them, and repairs few things. */
export async function readRestores(database: Database): Promise<readonly RestoredSpan[]> {
  const roster = { table: 'checks' as const, index: 'roster', expression: '#roster = :roster' };
  const spans: RestoredSpan[] = [];
  const ids: string[] = [];
  const query = { ...roster, names: { '#roster': 'roster' }, values: { ':roster': 'repairs' } };
  for await (const { pk } of queryAll(database, query)) ids.push(String(pk));
  const items = await readItems(
    database,
    ids.map((id) => keyOfResource(repairLayout, id)),
  );
  for (const id of ids) {
    const repair = storedIn(items, repairLayout, id)?.state;
    if (repair?.kind === 'restore-note') spans.push(repair);
  }
  return spans;
}
