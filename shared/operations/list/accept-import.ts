import { readRow } from '../../domain/import-row.ts';
import type { ListImport } from '../../domain/list-import.ts';
import { type Refusal, refusedBy } from '../../domain/refusal.ts';
import type { ItemKey } from '../../store/database.ts';
import {
  acceptedWrite,
  importLayout,
  type LineEntry,
  lineKey,
  type SetItem,
  setKey,
  setWrite,
} from '../../store/imports.ts';
import type { Items } from '../../store/read.ts';
import { keyOfResource, storedIn } from '../../store/resource.ts';
import type { Write } from '../../store/transaction.ts';
import { type CommandContext, type Outcome, runCommand } from '../command.ts';
import { refusalOfOperator } from '../resource-checks.ts';
import type { Services } from '../services.ts';
import { takeIn } from './take-in.ts';

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
  const rows = request.rows.map(readRow);
  return runCommand(services, context, {
    reads: [lineKey(category), ...(ofSet ? [ofSet] : [])],
    follow: (items) => earlierPart(items, ofSet, set),
    decide: (items) => {
      const refusal = refusalOfOperator(context) ?? refusalOfSet(items, ofSet, set);
      if (refusal) return refusal;
      const said = { importId, category, mode, dryRun, source, set, total: rows.length };
      return takeIn(items, context, {
        importId,
        line: category,
        rows,
        eventAt: (ticket) => ({
          type: 'import-accepted',
          data: { ...said, ticket, acceptedBy: context.caller.sub, acceptedOn: context.today },
        }),
        alsoWrites: (entry) => [
          ...(dryRun ? [] : [acceptedWrite(category, entry)]),
          ...setWrites(items, ofSet, set, entry),
        ],
      });
    },
  });
}

type Part = ListImport['set'];

function earlierPart(items: Items, key: ItemKey | null, set: Part): readonly ItemKey[] {
  const earlier = key && set ? items.get<SetItem>(key)?.imports[set.part] : undefined;
  return earlier === undefined ? [] : [keyOfResource(importLayout, earlier)];
}

/** A part comes once, unless the import that brought it failed or was cancelled. */
function refusalOfSet(items: Items, key: ItemKey | null, set: Part): Refusal | null {
  const known = key ? items.get<SetItem>(key) : undefined;
  if (!known || !set) return null;
  if (known.parts !== set.parts) return refusedBy('R6', 'already-exists', { set: set.id, parts: known.parts });
  const earlier = known.imports[set.part];
  const state = earlier === undefined ? null : storedIn(items, importLayout, earlier)?.state.state;
  if (earlier === undefined || state === 'failed' || state === 'cancelled') return null;
  return refusedBy('R6', 'already-exists', { set: set.id, part: set.part, importId: earlier });
}

function setWrites(items: Items, key: ItemKey | null, set: Part, { importId, ticket }: LineEntry): readonly Write[] {
  if (!key || !set) return [];
  const known = items.get<SetItem>(key);
  const imports = { ...known?.imports, [set.part]: importId };
  const { done = [], firstTicket = ticket } = known ?? {};
  return [setWrite(key, known, { parts: set.parts, imports, done, firstTicket })];
}
