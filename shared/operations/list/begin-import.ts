import { mayMove } from '../../domain/graph.ts';
import { type ImportEvent, importMoves } from '../../domain/import.ts';
import { needsRelease } from '../../domain/import-replace.ts';
import type { ListImport, ReplaceExtent } from '../../domain/list-import.ts';
import { chunkWrites } from '../../store/import-chunks.ts';
import type { ImportRun, Stretch } from './import-run.ts';
import { leaveLine } from './leave-line.ts';
import { judgedList } from './list-run.ts';
import { planReplace } from './plan-replace.ts';
import { startRows } from './start-rows.ts';

/**
 * Begins an import: judges its rows, keeps the rejected ones, and plans what a replace revokes. A replace that would
 * revoke too much leaves the line and waits for another official, before anything is written to the list (R6).
 */
export async function beginImport(run: ImportRun<ListImport>): Promise<Stretch> {
  const { importId, state, turn } = run;
  const plan = await planReplace(run);
  const extent = plan?.extent ?? null;
  const started: readonly ImportEvent[] = mayMove(importMoves, state.state, 'import-started')
    ? [{ type: 'import-started', data: { on: turn.today, extent } }]
    : [];
  if (extent && asksForRelease(run, extent)) {
    return leaveLine(run, [...started, { type: 'import-awaits-release', data: extent }], {});
  }
  const { rejected } = await judgedList(run, turn.today);
  return startRows(run, started, rejected, chunkWrites(importId, 'plan', 0, plan?.revocations ?? []));
}

function asksForRelease(
  { state }: ImportRun<ListImport>,
  { revocations, certificates, limitBp }: ReplaceExtent,
): boolean {
  return !state.dryRun && state.releasedBy === null && needsRelease(revocations, certificates, limitBp);
}
