import { rowNotWritten } from '../../domain/alarm.ts';
import type { AnyImport } from '../../domain/import.ts';
import type { RejectedRow } from '../../domain/import-rows.ts';
import type { RejectedLoanRow } from '../../domain/loan-import-rows.ts';
import { chunkWrites } from '../../store/import-chunks.ts';
import { attemptsMax, Unavailable } from '../../store/retry.ts';
import type { Write } from '../../store/transaction.ts';
import { failuresMax, type ImportRun, type Stretch } from './import-run.ts';
import { failImport } from './leave-line.ts';

/** Enterprises of which is read at once; what they change is written in as many transactions as it needs. */
const enterprisesAtOnce = 100;

/** After so many refusals in a row an enterprise is written row by row, so that only the row that it is stays out. */
const refusalsOfEnterprise = 3;

/** After so many refusals in a row, the last of them of one row alone, the row is rejected: waiting does not help. */
const refusalsMax = attemptsMax - 1;

/** After so many rows in a row that cannot be written it is the store, or a right of ours, and no row: the import fails. */
const unwrittenInARowMax = 20;

/** What one transaction does, and what it makes of the progress. */
export interface Group {
  readonly writes: readonly Write[];
  readonly made: Partial<ImportRun['progress']>;
  /** Brings what was read up to what was written. */
  readonly written: () => void;
}

/** Rows that stand together, from one place of the import to before another. */
export interface Span {
  readonly from: number;
  readonly through: number;
}

/** How the rows of one kind of import are read for and written. */
export interface GroupWork<Read> {
  /** Reads what a span's rows concern. */
  readonly open: (span: Span) => Promise<Read>;
  /** As many enterprises from the span's first row on as one transaction takes, and no more than the most. */
  readonly group: (span: Span, read: Read, enterprisesMax: number) => Group;
  /** The row at a place, as one that cannot be written. */
  readonly rejection: (at: number) => RejectedRow | RejectedLoanRow;
}

/** A span and what was read for its rows, or why nothing could be read for its one row. */
type Window<Read> = { readonly span: Span } & ({ readonly read: Read } | { readonly error: unknown });

/**
 * Writes accepted rows, group by group, from where the import is; an enterprise's rows stand together. Each group is one
 * transaction with the progress that it makes. The next window is read while this one is being written. A row that cannot
 * be written alone is rejected, and the others go on (decisions/0057).
 */
export async function writeGroups<Read>(
  run: ImportRun<AnyImport>,
  rows: readonly { readonly creditCode: string }[],
  work: GroupWork<Read>,
): Promise<Stretch> {
  const openFrom = (from: number) => openWindow(run, { from, through: endOfWindow(rows, from) }, work);
  let window = await openFrom(run.progress.cursor);
  while (window.span.from < window.span.through) {
    const ahead = openFrom(window.span.through);
    try {
      const stretch =
        'error' in window
          ? await rejectRow(run, window.error, work)
          : await writeWindow(run, window.span, window.read, work);
      if (stretch !== 'done') return stretch;
    } finally {
      // Whatever ends this window, the reading ahead has ended with it, and tells of itself only where it is needed.
      await ahead.catch(() => undefined);
    }
    window = await ahead;
  }
  return 'again';
}

/** Reads for a span; at the last try of an import that fails at this, for its first row alone, so that the row is found. */
async function openWindow<Read>(
  run: ImportRun<AnyImport>,
  span: Span,
  { open }: GroupWork<Read>,
): Promise<Window<Read>> {
  const alone = { from: span.from, through: Math.min(span.from + 1, span.through) };
  try {
    return { span, read: await open(span) };
  } catch (error) {
    if (error instanceof Unavailable || run.progress.failures < failuresMax - 1) throw error;
  }
  try {
    return { span: alone, read: await open(alone) };
  } catch (error) {
    if (error instanceof Unavailable) throw error;
    return { span: alone, error };
  }
}

function endOfWindow(rows: readonly { readonly creditCode: string }[], from: number): number {
  const codes = new Set<string>();
  let through = from;
  for (let row = rows[through]; row; row = rows[through]) {
    if (!codes.has(row.creditCode) && codes.size === enterprisesAtOnce) break;
    codes.add(row.creditCode);
    through += 1;
  }
  return through;
}

async function writeWindow<Read>(
  run: ImportRun<AnyImport>,
  { through }: Span,
  read: Read,
  work: GroupWork<Read>,
): Promise<Stretch | 'done'> {
  let isBroken = false;
  let isAlone = false;
  while (run.progress.cursor < through) {
    if (!run.turn.hasTime()) return 'out-of-time';
    const { cursor: from } = run.progress;
    if (run.refusals >= refusalsMax) {
      const rejected = await rejectRow(run, `refused ${run.refusals} times`, work);
      if (rejected !== 'done') return rejected;
      continue;
    }
    // Somebody else writes to one of many: alone, only that one has to wait.
    const enterprisesMax = isBroken || run.isHindered ? 1 : enterprisesAtOnce;
    const isOneRow = isAlone || run.refusals >= refusalsOfEnterprise;
    const next = work.group({ from, through: isOneRow ? from + 1 : through }, read, enterprisesMax);
    isAlone = false;
    try {
      const outcome = await run.step(next.writes, next.made);
      if (outcome !== 'done') return outcome;
    } catch (error) {
      if (error instanceof Unavailable) throw error;
      // Something in the group cannot be written: each enterprise is tried alone, and then each of its rows.
      isAlone = isBroken;
      isBroken = true;
      if (next.made.cursor !== from + 1) continue;
      const rejected = await rejectRow(run, error, work);
      if (rejected !== 'done') return rejected;
      continue;
    }
    next.written();
    run.unwrittenInARow = 0;
  }
  return 'done';
}

/** Goes past the row in hand: it is rejected visibly, and a person is called. */
async function rejectRow<Read>(
  run: ImportRun<AnyImport>,
  error: unknown,
  { rejection }: GroupWork<Read>,
): Promise<Stretch | 'done'> {
  const { importId, progress } = run;
  if (run.unwrittenInARow >= unwrittenInARowMax) return failImport(run, error);
  const rejected = rejection(progress.cursor);
  const outcome = await run.step(chunkWrites(importId, 'rejections', progress.step + 1, [rejected]), {
    cursor: progress.cursor + 1,
    processed: progress.processed + 1,
    rejected: progress.rejected + 1,
  });
  if (outcome !== 'done') return outcome;
  run.unwrittenInARow += 1;
  run.services.log.error(rowNotWritten, { importId, row: rejected.row, error: String(error) });
  return outcome;
}
