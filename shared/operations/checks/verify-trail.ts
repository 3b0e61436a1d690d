import type { Item } from '../../store/database.ts';
import type { TableName } from '../../store/tables.ts';
import { keptKinds } from '../audit/kinds.ts';
import type { Services } from '../services.ts';
import type { CheckedStep } from './run-check.ts';
import { verifyHistories } from './verify-histories.ts';
import { verifyStored } from './verify-stored.ts';

/** Every table in which resources lie, in the order of their kinds. */
const tablesOfResources: readonly TableName[] = [...new Set(keptKinds.map(({ table }) => table))];

/**
 * One step of `verify-trail` (R30), in both directions: first every history of the trail against what is stored, then
 * everything stored or listed for its history. What is counted are the events.
 *
 * @param pageItems how many items a step reads at most; a megabyte of them by default.
 */
export async function verifyTrailStep(
  services: Services,
  place: Item | null,
  pageItems?: number,
): Promise<CheckedStep> {
  const after = place?.after as Item | undefined;
  const table = place?.table as TableName | undefined;
  if (table === undefined) {
    const { last, ...found } = await verifyHistories(services, after, pageItems);
    return { ...found, next: last ? { after: last } : placeAt(0) };
  }
  const { last, findings } = await verifyStored(services, table, after, pageItems);
  const next = last ? { table, after: last } : placeAt(tablesOfResources.indexOf(table) + 1);
  return { examined: 0, findings, next };
}

function placeAt(index: number): Item | null {
  const table = tablesOfResources[index];
  return table === undefined ? null : { table };
}
