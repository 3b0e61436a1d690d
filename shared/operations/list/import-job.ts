import type { Job } from '../../store/outbox.ts';

/** What the list's worker is told: a category's line has work. */
export interface ImportLineMessage {
  readonly kind: 'import-line';
  readonly category: string;
}

/** An import's job: in the outbox while the import is in its line. */
export function importJob(importId: string, line: string): Job {
  const message: ImportLineMessage = { kind: 'import-line', category: line };
  return { jobId: importId, queue: 'list', message };
}
