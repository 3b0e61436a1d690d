import type { AnyImport } from '../../domain/import.ts';
import { Unavailable } from '../../store/retry.ts';
import type { Write } from '../../store/transaction.ts';
import type { ImportRun, Stretch } from './import-run.ts';
import { failImport } from './leave-line.ts';

/** Enterprises of which is read at once; what they change is written in as many transactions as it needs. */
const enterprisesAtOnce = 100;

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
}

/**
 * Writes accepted rows, group by group, from where the import is; an enterprise's rows stand together. Each group is one
 * transaction with the progress that it makes. The next window is read while this one is being written.
 */
export async function writeGroups<Read>(
  run: ImportRun<AnyImport>,
  rows: readonly { readonly creditCode: string }[],
  work: GroupWork<Read>,
): Promise<Stretch> {
  const openFrom = async (from: number) => {
    const span = { from, through: endOfWindow(rows, from) };
    return { span, read: await work.open(span) };
  };
  let window = await openFrom(run.progress.cursor);
  while (window.span.from < window.span.through) {
    const ahead = openFrom(window.span.through);
    try {
      const stretch = await writeWindow(run, window.span.through, window.read, work);
      if (stretch !== 'done') return stretch;
    } finally {
      // Whatever ends this window, the reading ahead has ended with it, and tells of itself only where it is needed.
      await ahead.catch(() => undefined);
    }
    window = await ahead;
  }
  return 'again';
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
  through: number,
  read: Read,
  { group }: GroupWork<Read>,
): Promise<Stretch | 'done'> {
  let isBroken = false;
  while (run.progress.cursor < through) {
    if (!run.turn.hasTime()) return 'out-of-time';
    // Somebody else writes to one of many: alone, only that one has to wait.
    const enterprisesMax = isBroken || run.isHindered ? 1 : enterprisesAtOnce;
    const next = group({ from: run.progress.cursor, through }, read, enterprisesMax);
    try {
      const outcome = await run.step(next.writes, next.made);
      if (outcome !== 'done') return outcome;
    } catch (error) {
      if (error instanceof Unavailable) throw error;
      // Something in the group cannot be written: each enterprise is tried alone, and the one that it is ends the import.
      if (enterprisesMax === 1) return failImport(run, error);
      isBroken = true;
      continue;
    }
    next.written();
  }
  return 'done';
}
