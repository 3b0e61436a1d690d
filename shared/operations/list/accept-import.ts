import { readRow } from '../../domain/import-row.ts';
import type { ImportAccepted, ListImport } from '../../domain/list-import.ts';
import { type Refusal, refusedBy } from '../../domain/refusal.ts';
import type { ItemKey } from '../../store/database.ts';
import { chunkWrites } from '../../store/import-chunks.ts';
import {
  acceptedWrite,
  importLayout,
  type LineItem,
  lineKey,
  progressAtStart,
  progressWrite,
  type SetItem,
  setKey,
  setWrite,
  takeTicket,
  waitingWrite,
} from '../../store/imports.ts';
import type { Items } from '../../store/read.ts';
import { keyOfResource, record, storedIn } from '../../store/resource.ts';
import type { Write } from '../../store/transaction.ts';
import { actOf, type CommandContext, type Outcome, runCommand } from '../command.ts';
import { refusalOfOperator } from '../resource-checks.ts';
import type { Services } from '../services.ts';
import { importJob } from './import-job.ts';
import { importView } from './import-view.ts';

export interface AcceptImport extends Pick<ListImport, 'category' | 'mode' | 'dryRun' | 'source' | 'set'> {
  /** Of whatever shape: the worker judges them one by one. */
  readonly rows: readonly unknown[];
}

/**
 * Accepts an import (R6): keeps its rows as they came and gives it its place in its category's line, in one transaction
 * with the job that a worker will do. Refusal: `already-exists` where the set has that part already, or another number
 * of parts.
 */
export function acceptImport(services: Services, context: CommandContext, request: AcceptImport): Promise<Outcome> {
  const { category, mode, dryRun, source } = request;
  const importId = services.newId('import', context.at);
  // Only a replace has to wait for the rest of its parts.
  const set = mode === 'replace' ? request.set : null;
  const ofSet = set && setKey(request, set.id);
  const rows = chunkWrites(importId, 'rows', 0, request.rows.map(readRow));
  return runCommand(services, context, {
    reads: [lineKey(category), ...(ofSet ? [ofSet] : [])],
    follow: (items) => earlierPart(items, ofSet, set),
    decide: (items) => {
      const refusal = refusalOfOperator(context) ?? refusalOfSet(items, ofSet, set);
      if (refusal) return refusal;
      const line = takeTicket(category, items.get<LineItem>(lineKey(category)));
      const { ticket } = line;
      const entry = { importId, ticket };
      const event: ImportAccepted = {
        type: 'import-accepted',
        data: {
          importId,
          category,
          mode,
          dryRun,
          source,
          set,
          total: request.rows.length,
          ticket,
          acceptedBy: context.caller.sub,
          acceptedOn: context.today,
        },
      };
      const { stored, writes } = record(importLayout, importId, null, [event], actOf(context));
      return {
        kind: 'change',
        writes: [
          ...writes,
          progressWrite(importId, progressAtStart),
          ...rows,
          line.write,
          waitingWrite(category, entry),
          ...(dryRun ? [] : [acceptedWrite(category, entry)]),
          ...setWrites(items, ofSet, set, entry),
        ],
        jobs: [importJob(importId, category)],
        status: 202,
        body: importView(stored, progressAtStart),
        version: stored.version,
        location: `/v1/imports/${importId}`,
      };
    },
  });
}

type Part = ListImport['set'];

function earlierPart(items: Items, key: ItemKey | null, set: Part): readonly ItemKey[] {
  const earlier = key && set ? items.get<SetItem>(key)?.imports[set.part] : undefined;
  return earlier === undefined ? [] : [keyOfResource(importLayout, earlier)];
}

/** A part comes once, unless the import that brought it failed. */
function refusalOfSet(items: Items, key: ItemKey | null, set: Part): Refusal | null {
  const known = key ? items.get<SetItem>(key) : undefined;
  if (!known || !set) return null;
  if (known.parts !== set.parts) return refusedBy('R6', 'already-exists', { set: set.id, parts: known.parts });
  const earlier = known.imports[set.part];
  if (earlier === undefined || storedIn(items, importLayout, earlier)?.state.state === 'failed') return null;
  return refusedBy('R6', 'already-exists', { set: set.id, part: set.part, importId: earlier });
}

function setWrites(
  items: Items,
  key: ItemKey | null,
  set: Part,
  { importId, ticket }: { readonly importId: string; readonly ticket: number },
): readonly Write[] {
  if (!key || !set) return [];
  const known = items.get<SetItem>(key);
  const imports = { ...known?.imports, [set.part]: importId };
  const { done = [], firstTicket = ticket } = known ?? {};
  return [setWrite(key, known, { parts: set.parts, imports, done, firstTicket })];
}
