import type { ImportEvent } from '../../domain/import.ts';
import { chunkWrites } from '../../store/import-chunks.ts';
import {
  importLayout,
  type LineEntry,
  type LineItem,
  lineKey,
  progressAtStart,
  progressWrite,
  takeTicket,
  waitingWrite,
} from '../../store/imports.ts';
import type { Items } from '../../store/read.ts';
import { record } from '../../store/resource.ts';
import type { Write } from '../../store/transaction.ts';
import { actOf, type Change, type CommandContext } from '../command.ts';
import { importJob } from './import-job.ts';
import { importView } from './import-view.ts';

export interface Intake {
  readonly importId: string;
  readonly line: string;
  /** The rows as they came, cut to what can be judged. */
  readonly rows: readonly object[];
  /** The import's first event, at its place in the line. */
  readonly eventAt: (ticket: number) => ImportEvent;
  readonly alsoWrites?: (entry: LineEntry) => readonly Write[];
}

/**
 * What accepting an import writes: its rows as they came, and its place in its line, in one transaction with the job that
 * a worker will do. The line's item must be among those read.
 */
export function takeIn(
  items: Items,
  context: CommandContext,
  { importId, line, rows, eventAt, alsoWrites = () => [] }: Intake,
): Change {
  const { ticket, write } = takeTicket(line, items.get<LineItem>(lineKey(line)));
  const entry = { importId, ticket };
  const { stored, writes } = record(importLayout, importId, null, [eventAt(ticket)], actOf(context));
  return {
    kind: 'change',
    writes: [
      ...writes,
      progressWrite(importId, progressAtStart),
      ...chunkWrites(importId, 'rows', 0, rows),
      write,
      waitingWrite(line, entry),
      ...alsoWrites(entry),
    ],
    jobs: [importJob(importId, line)],
    status: 202,
    body: importView(stored, progressAtStart),
    version: stored.version,
    location: `/v1/imports/${importId}`,
  };
}
