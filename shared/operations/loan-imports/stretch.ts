import type { LoanImport } from '../../domain/loan-import.ts';
import type { RawLoanRow } from '../../domain/loan-import-row.ts';
import { judgeLoanRows } from '../../domain/loan-import-rows.ts';
import type { ImportRun, Stretch } from '../list/import-run.ts';
import { finishImport } from '../list/leave-line.ts';
import { startRows } from '../list/start-rows.ts';
import { applyLoanRows } from './apply-rows.ts';

/** One stretch of a loan import: what the form of its rows rejects first, then the others, by the rules. */
export async function loanStretch(run: ImportRun<LoanImport>): Promise<Stretch> {
  const raw = await run.rows<RawLoanRow>();
  const { accepted, rejected } = judgeLoanRows(raw);
  if (run.progress.phase === 'waiting') {
    return startRows(run, [{ type: 'import-started', data: { on: run.turn.today, extent: null } }], rejected);
  }
  return run.progress.cursor < accepted.length ? applyLoanRows(run, accepted, raw) : finishImport(run);
}
