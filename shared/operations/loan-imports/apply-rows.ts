import type { LoanImport } from '../../domain/loan-import.ts';
import type { RawLoanRow } from '../../domain/loan-import-row.ts';
import type { AcceptedLoanRow, RejectedLoanRow } from '../../domain/loan-import-rows.ts';
import { chunkWrites } from '../../store/import-chunks.ts';
import type { ImportRun, Stretch } from '../list/import-run.ts';
import { type Group, writeGroups } from '../list/write-groups.ts';
import { LoanGroup } from './loan-group.ts';
import { type LoanWindow, openWindow } from './window.ts';

/** Rows of one transaction: of those that are not taken there could be any number. */
const rowsMax = 500;

/** Judges accepted rows by the rules and writes their loans, group by group, from where the import is. */
export function applyLoanRows(
  run: ImportRun<LoanImport>,
  rows: readonly AcceptedLoanRow[],
  raw: readonly RawLoanRow[],
): Promise<Stretch> {
  return writeGroups<LoanWindow>(run, rows, {
    open: (span) => openWindow(run.services, rows, span),
    group: ({ from, through }, window, enterprisesMax) =>
      nextGroup(run, rows.slice(from, Math.min(through, from + rowsMax)), raw, window, enterprisesMax),
    rejection: (at) => {
      const { row } = rows[at] ?? {};
      if (row === undefined) throw new Error(`import ${run.importId} has no row to reject at ${at}`);
      return { row, code: 'cannot-be-written', rule: null, facts: {}, texts: raw[row - 1]?.texts ?? {} };
    },
  });
}

/** As many rows from the first on as one transaction takes. */
function nextGroup(
  run: ImportRun<LoanImport>,
  rows: readonly AcceptedLoanRow[],
  raw: readonly RawLoanRow[],
  window: LoanWindow,
  enterprisesMax: number,
): Group {
  const group = new LoanGroup(run, window);
  const codes = new Set<string>();
  const rejected: RejectedLoanRow[] = [];
  const count = { added: 0, unchanged: 0 };
  for (const row of rows) {
    if (!codes.has(row.creditCode) && codes.size === enterprisesMax) break;
    codes.add(row.creditCode);
    const outcome = group.offer(row);
    if (outcome === 'full') break;
    if (typeof outcome === 'string') count[outcome] += 1;
    else {
      const { code, rule, facts } = outcome;
      rejected.push({ row: row.row, code, rule, facts, texts: raw[row.row - 1]?.texts ?? {} });
    }
  }
  const taken = count.added + count.unchanged + rejected.length;
  const { progress, importId } = run;
  return {
    writes: [...group.writes(), ...chunkWrites(importId, 'rejections', progress.step + 1, rejected)],
    written: () => {
      window.tally = group.tally;
    },
    made: {
      cursor: progress.cursor + taken,
      processed: progress.processed + taken,
      added: progress.added + count.added,
      unchanged: progress.unchanged + count.unchanged,
      rejected: progress.rejected + rejected.length,
    },
  };
}
