import type { AcceptedRow, RejectedRow } from '../../domain/import-rows.ts';
import type { ListImport } from '../../domain/list-import.ts';
import { chunkWrites } from '../../store/import-chunks.ts';
import { foldAll } from './apply-rows.ts';
import type { ImportRun, Stretch } from './import-run.ts';
import { finishImport } from './leave-line.ts';
import { readFiles } from './list-change.ts';
import type { PlannedRevocation } from './plan-replace.ts';

/** One change that a dry run tells. */
export interface PreviewedChange {
  /** null for a revocation, which no row asks for. */
  readonly row: number | null;
  readonly creditCode: string;
  readonly name: string;
  readonly category: string;
  readonly certificateNumber: string;
  readonly issuedOn: string | null;
  readonly validUntil: string | null;
  readonly change: 'added' | 'updated' | 'revoked';
}

const enterprisesAtOnce = 100;
const revocationsAtOnce = 2_000;

/** Tells what rows would change, from where the dry run is; writes nothing to the list (R6). */
export async function previewRows(run: ImportRun<ListImport>, rows: readonly AcceptedRow[]): Promise<Stretch> {
  while (run.progress.cursor < rows.length) {
    if (!run.turn.hasTime()) return 'out-of-time';
    const { progress, importId } = run;
    const { changes, rejected, made } = await previewGroup(run, rows);
    const writes = [
      ...chunkWrites(importId, 'changes', progress.step + 1, changes),
      ...chunkWrites(importId, 'rejections', progress.step + 1, rejected),
    ];
    const outcome = await run.step(writes, made);
    if (outcome !== 'done') return outcome;
  }
  return 'again';
}

async function previewGroup(run: ImportRun<ListImport>, rows: readonly AcceptedRow[]) {
  const { cursor, processed, added, updated, unchanged, rejected: rejectedBefore } = run.progress;
  const own = new Map<string, AcceptedRow[]>();
  for (const row of rows.slice(cursor)) {
    if (!own.has(row.creditCode) && own.size === enterprisesAtOnce) break;
    own.set(row.creditCode, [...(own.get(row.creditCode) ?? []), row]);
  }
  const files = await readFiles(run.services, [...own.keys()]);
  const changes: PreviewedChange[] = [];
  const rejected: RejectedRow[] = [];
  const count = { added: 0, updated: 0, unchanged: 0, 'file-full': 0 };
  let taken = 0;
  for (const [creditCode, rowsOfOne] of own) {
    taken += rowsOfOne.length;
    foldAll(run, files.get(creditCode) ?? null, rowsOfOne).forEach((fold, index) => {
      count[fold.kind] += 1;
      const row = rowsOfOne[index];
      if (!row) return;
      if ('event' in fold) changes.push(changeOf(row, run.state.category, fold.kind));
      if (fold.kind === 'file-full') rejected.push({ row: row.row, code: 'file-full', texts: { creditCode } });
    });
  }
  return {
    changes,
    rejected,
    made: {
      cursor: cursor + taken,
      processed: processed + taken,
      added: added + count.added,
      updated: updated + count.updated,
      unchanged: unchanged + count.unchanged,
      rejected: rejectedBefore + count['file-full'],
    },
  };
}

function changeOf(
  { row, creditCode, name, certificateNumber, issuedOn, validUntil }: AcceptedRow,
  category: string,
  change: 'added' | 'updated',
): PreviewedChange {
  return { row, creditCode, name, category, certificateNumber, issuedOn, validUntil, change };
}

/** Tells what a replace would revoke, from where the dry run is. */
export async function previewRevocations(
  run: ImportRun<ListImport>,
  plan: readonly PlannedRevocation[],
): Promise<Stretch> {
  while (run.progress.cursor < plan.length) {
    if (!run.turn.hasTime()) return 'out-of-time';
    const { progress, importId, state } = run;
    const group = plan.slice(progress.cursor, progress.cursor + revocationsAtOnce);
    const changes = group.map(
      (planned): PreviewedChange => ({
        row: null,
        ...planned,
        category: state.category,
        issuedOn: null,
        validUntil: null,
        change: 'revoked',
      }),
    );
    const outcome = await run.step(chunkWrites(importId, 'changes', progress.step + 1, changes), {
      cursor: progress.cursor + group.length,
      revoked: progress.revoked + group.length,
    });
    if (outcome !== 'done') return outcome;
  }
  return finishImport(run);
}
