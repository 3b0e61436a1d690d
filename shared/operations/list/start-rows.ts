import type { ImportEvent } from '../../domain/import.ts';
import { chunkWrites } from '../../store/import-chunks.ts';
import { importLayout } from '../../store/imports.ts';
import { record } from '../../store/resource.ts';
import type { Write } from '../../store/transaction.ts';
import type { ImportRun, Stretch } from './import-run.ts';

/** Goes over to an import's rows: says that it has started, and keeps those whose form alone rejects them. */
export async function startRows(
  run: ImportRun,
  events: readonly ImportEvent[],
  rejected: readonly object[],
  alsoWrites: readonly Write[] = [],
): Promise<Stretch> {
  const { importId, stored, turn, act } = run;
  const writes = [
    ...(events.length > 0 ? record(importLayout, importId, stored, events, act).writes : []),
    ...chunkWrites(importId, 'rejections', 0, rejected),
    ...alsoWrites,
  ];
  const outcome = await run.step(writes, {
    phase: 'rows',
    cursor: 0,
    judgedOn: turn.today,
    processed: rejected.length,
    rejected: rejected.length,
  });
  return outcome === 'done' ? 'again' : outcome;
}
