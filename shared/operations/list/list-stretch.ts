import type { ListImport } from '../../domain/list-import.ts';
import { readChunks } from '../../store/import-chunks.ts';
import type { ImportPhase } from '../../store/imports.ts';
import { applyRevocations } from './apply-revocations.ts';
import { applyRows } from './apply-rows.ts';
import { beginImport } from './begin-import.ts';
import type { ImportRun, Stretch } from './import-run.ts';
import { finishImport } from './leave-line.ts';
import { judgedList } from './list-run.ts';
import type { PlannedRevocation } from './plan-replace.ts';
import { previewRevocations, previewRows } from './preview-rows.ts';

/** One stretch of a list import, by its phase: its beginning, its rows, a replace's revocations. */
export async function listStretch(run: ImportRun<ListImport>, phase: Exclude<ImportPhase, 'ended'>): Promise<Stretch> {
  switch (phase) {
    case 'waiting':
      return beginImport(run);
    case 'rows':
      return rows(run);
    case 'revocations':
      return (run.state.dryRun ? previewRevocations : applyRevocations)(run, await planOf(run));
  }
}

async function rows(run: ImportRun<ListImport>): Promise<Stretch> {
  const { accepted } = await judgedList(run, run.progress.judgedOn ?? run.turn.today);
  if (run.progress.cursor < accepted.length) {
    return (run.state.dryRun ? previewRows : applyRows)(run, accepted);
  }
  if ((await planOf(run)).length === 0) return finishImport(run);
  const outcome = await run.step([], { phase: 'revocations', cursor: 0 });
  return outcome === 'done' ? 'again' : outcome;
}

const planOf = async ({ state, services, importId }: ImportRun<ListImport>): Promise<readonly PlannedRevocation[]> =>
  state.mode === 'replace' ? readChunks<PlannedRevocation>(services.database, importId, 'plan') : [];
