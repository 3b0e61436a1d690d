import type { EnterpriseFile } from '../../domain/enterprise.ts';
import { evolveEnterprise } from '../../domain/enterprise-file.ts';
import { type Fold, foldRow } from '../../domain/import-fold.ts';
import type { AcceptedRow, RejectedRow } from '../../domain/import-rows.ts';
import { chunkWrites } from '../../store/import-chunks.ts';
import { writeHints } from '../../store/names.ts';
import type { Stored } from '../../store/resource.ts';
import { Unavailable } from '../../store/retry.ts';
import type { Write } from '../../store/transaction.ts';
import type { ImportRun, Stretch } from './import-run.ts';
import { failImport } from './leave-line.ts';
import { type Files, haveRoom, readFiles, recordEnterprise } from './list-change.ts';
import { hintsOf } from './search-names.ts';

/** Enterprises whose files are read at once; what changes of them is written in as many transactions as it needs. */
const enterprisesAtOnce = 100;
/** Rows of one enterprise in one transaction: each may be an event. */
const rowsOfOneMax = 40;

/** Rows that stand together, and the files that they concern. */
interface Window {
  readonly from: number;
  readonly through: number;
  readonly files: Files;
}

/**
 * Applies accepted rows to the list, group by group, from where the import is. Each group is one transaction with the
 * progress that it makes. The next window is read, and its names made searchable, while this one is being written.
 */
export async function applyRows(run: ImportRun, rows: readonly AcceptedRow[]): Promise<Stretch> {
  let window = await openWindow(run, rows, run.progress.cursor);
  while (window.from < window.through) {
    const ahead = openWindow(run, rows, window.through);
    try {
      const stretch = await writeWindow(run, rows, window);
      if (stretch !== 'done') return stretch;
    } finally {
      // Whatever ends this window, the reading ahead has ended with it, and tells of itself only where it is needed.
      await ahead.catch(() => undefined);
    }
    window = await ahead;
  }
  return 'again';
}

async function openWindow(run: ImportRun, rows: readonly AcceptedRow[], from: number): Promise<Window> {
  const codes = new Set<string>();
  let through = from;
  for (let row = rows[through]; row; row = rows[through]) {
    if (!codes.has(row.creditCode) && codes.size === enterprisesAtOnce) break;
    codes.add(row.creditCode);
    through += 1;
  }
  const files = await readFiles(run.services, [...codes]);
  await writeHints(
    run.services.database,
    rows.slice(from, through).flatMap((row) => hintsOf(row, files)),
  );
  return { from, through, files };
}

async function writeWindow(run: ImportRun, rows: readonly AcceptedRow[], window: Window): Promise<Stretch | 'done'> {
  let enterprisesMax = enterprisesAtOnce;
  while (run.progress.cursor < window.through) {
    if (!run.turn.hasTime()) return 'out-of-time';
    const group = nextGroup(run, rows.slice(run.progress.cursor, window.through), window.files, enterprisesMax);
    try {
      const outcome = await run.step(group.writes, group.made);
      if (outcome !== 'done') return outcome;
    } catch (error) {
      if (error instanceof Unavailable) throw error;
      // Something in the group cannot be written: each enterprise is tried alone, and the one that it is ends the import.
      if (enterprisesMax === 1) return failImport(run, error);
      enterprisesMax = 1;
      continue;
    }
    for (const [code, stored] of group.written) window.files.set(code, stored);
  }
  return 'done';
}

interface Group {
  readonly writes: readonly Write[];
  readonly made: Partial<ImportRun['progress']>;
  readonly written: Files;
}

/** As many enterprises from the first row on as one transaction takes. */
function nextGroup(run: ImportRun, rows: readonly AcceptedRow[], files: Files, enterprisesMax: number): Group {
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
      if (kind === 'file-full' && row) rejected.push({ row: row.row, code: 'file-full', texts: textsOf(row) });
    });
    taken += own.length;
  }
  const { progress } = run;
  return {
    writes: [...writes, ...chunkWrites(run.importId, 'rejections', progress.step + 1, rejected)],
    written,
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
export function foldAll(run: ImportRun, before: Stored<EnterpriseFile> | null, rows: readonly AcceptedRow[]): Fold[] {
  let file = before?.state ?? null;
  return rows.map((row) => {
    const fold = foldRow(file, row, run.context);
    if ('event' in fold) file = evolveEnterprise(file, fold.event);
    return fold;
  });
}

const textsOf = ({ creditCode, name, certificateNumber, issuedOn, validUntil }: AcceptedRow): RejectedRow['texts'] => ({
  creditCode,
  name,
  certificateNumber,
  issuedOn,
  ...(validUntil !== null && { validUntil }),
});
