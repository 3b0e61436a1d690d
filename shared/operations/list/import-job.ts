import { loanLine } from '../../domain/loan-import.ts';
import type { Job } from '../../store/outbox.ts';

/** What the list's worker is told: a category's line has work. */
export interface ImportLineMessage {
  readonly kind: 'import-line';
  readonly category: string;
}

/** What it is told of the line of loan imports. */
export interface LoanLineMessage {
  readonly kind: 'loan-line';
}

/** An import's job: in the outbox while the import is in its line. */
export function importJob(importId: string, line: string): Job {
  const message: ImportLineMessage | LoanLineMessage =
    line === loanLine ? { kind: 'loan-line' } : { kind: 'import-line', category: line };
  return { jobId: importId, queue: 'list', message };
}
