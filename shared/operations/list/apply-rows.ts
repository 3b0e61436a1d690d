import type { EnterpriseFile } from '../../domain/enterprise.ts';
import { evolveEnterprise } from '../../domain/enterprise-file.ts';
import { type Fold, foldRow } from '../../domain/import-fold.ts';
import type { AcceptedRow, RejectedRow } from '../../domain/import-rows.ts';
import type { ListImport } from '../../domain/list-import.ts';
import { chunkWrites } from '../../store/import-chunks.ts';
import { writeHints } from '../../store/names.ts';
import type { Stored } from '../../store/resource.ts';
import type { Write } from '../../store/transaction.ts';
import type { ImportRun, Stretch } from './import-run.ts';
import { type Files, haveRoom, readFiles, recordEnterprise } from './list-change.ts';
import { foldContextOf } from './list-run.ts';
import { hintsOf } from './search-names.ts';
import { type Group, writeGroups } from './write-groups.ts';

/** Rows of one enterprise in one transaction: each may be an event. */
const rowsOfOneMax = 40;

/**
 * Applies accepted rows to the list, group by group, from where the import is. Their names are made searchable while
 * what stands before them is being written.
 */
export function applyRows(run: ImportRun<ListImport>, rows: readonly AcceptedRow[]): Promise<Stretch> {
  return writeGroups<Files>(run, rows, {
    open: async ({ from, through }) => {
      const span = rows.slice(from, through);
      const files = await readFiles(run.services, [...new Set(span.map(({ creditCode }) => creditCode))]);
      await writeHints(
        run.services.database,
        span.flatMap((row) => hintsOf(row, files)),
      );
      return files;
    },
    group: ({ from, through }, files, enterprisesMax) =>
      nextGroup(run, rows.slice(from, through), files, enterprisesMax),
    rejection: (at) => rejectedAs('cannot-be-written', rows[at]),
  });
}

/** As many enterprises from the first row on as one transaction takes. */
function nextGroup(
  run: ImportRun<ListImport>,
  rows: readonly AcceptedRow[],
  files: Files,
  enterprisesMax: number,
): Group {
  const writes: Write[] = [];
  const written: Files = new Map();
  const rejected: RejectedRow[] = [];
  const count = { added: 0, updated: 0, unchanged: 0, 'file-full': 0 };
  let taken = 0;
  while (taken < rows.length && written.size < enterprisesMax) {
    const own = rowsOfOne(rows, taken);
    const { creditCode = '' } = own[0] ?? {};
    // A file is put once a transaction; what is left of a long enterprise goes into the next.
    if (written.has(creditCode)) break;
    const before = files.get(creditCode) ?? null;
    const folds = foldAll(run, before, own);
    const events = folds.flatMap((fold) => ('event' in fold ? [fold.event] : []));
    const recorded = events.length > 0 ? recordEnterprise(creditCode, before, events, run.act) : null;
    if (!haveRoom(writes, recorded?.writes ?? [])) break;
    writes.push(...(recorded?.writes ?? []));
    written.set(creditCode, recorded?.stored ?? before);
    folds.forEach(({ kind }, index) => {
      count[kind] += 1;
      const row = own[index];
      if (kind === 'file-full') rejected.push(rejectedAs('file-full', row));
    });
    taken += own.length;
  }
  const { progress } = run;
  return {
    writes: [...writes, ...chunkWrites(run.importId, 'rejections', progress.step + 1, rejected)],
    written: () => {
      for (const [code, stored] of written) files.set(code, stored);
    },
    made: {
      cursor: progress.cursor + taken,
      processed: progress.processed + taken,
      added: progress.added + count.added,
      updated: progress.updated + count.updated,
      unchanged: progress.unchanged + count.unchanged,
      rejected: progress.rejected + count['file-full'],
    },
  };
}

function rowsOfOne(rows: readonly AcceptedRow[], from: number): readonly AcceptedRow[] {
  const creditCode = rows[from]?.creditCode;
  let through = from;
  while (rows[through]?.creditCode === creditCode && through - from < rowsOfOneMax && through < rows.length)
    through += 1;
  return rows.slice(from, through);
}

/** Folds an enterprise's rows onto its file, one after another. */
export function foldAll(
  run: ImportRun<ListImport>,
  before: Stored<EnterpriseFile> | null,
  rows: readonly AcceptedRow[],
): Fold[] {
  const context = foldContextOf(run);
  let file = before?.state ?? null;
  return rows.map((row) => {
    const fold = foldRow(file, row, context);
    if ('event' in fold) file = evolveEnterprise(file, fold.event);
    return fold;
  });
}

function rejectedAs(code: 'file-full' | 'cannot-be-written', row: AcceptedRow | undefined): RejectedRow {
  if (!row) throw new Error(`there is no row to reject as ${code}`);
  return { row: row.row, code, texts: textsOf(row) };
}

const textsOf = ({ creditCode, name, certificateNumber, issuedOn, validUntil }: AcceptedRow): RejectedRow['texts'] => ({
  creditCode,
  name,
  certificateNumber,
  issuedOn,
  ...(validUntil !== null && { validUntil }),
});
