import { dayAt } from '../../domain/calendar.ts';
import { ring } from '../../store/doorbell.ts';
import { type LineEntry, lineRange } from '../../store/imports.ts';
import { queryPage } from '../../store/read.ts';
import type { Services } from '../services.ts';
import { importJob } from './import-job.ts';
import { runImport } from './run-import.ts';

export interface WorkTurn {
  readonly at: string;
  readonly hasTime: () => boolean;
}

/**
 * Works a line: its imports one after another, in order of acceptance, until none waits or time is up; then
 * it rings for the rest. A line that another worker is on is left to that one.
 */
export async function workLine(services: Services, line: string, { at, hasTime }: WorkTurn): Promise<void> {
  let before: string | null = null;
  for (let entry = await firstWaiting(services, line); entry; entry = await firstWaiting(services, line)) {
    const { importId } = entry;
    if (importId === before) throw new Error(`import ${importId} has left the line ${line} and is still in it`);
    const stretch = await runImport(services, importId, { at, today: dayAt(at), hasTime });
    if (stretch === 'lost') return;
    if (stretch === 'out-of-time') {
      await ring(services.queues, importJob(importId, line));
      return;
    }
    before = importId;
    services.log.info('an import has left its line', { importId, line });
  }
}

async function firstWaiting({ database }: Services, line: string): Promise<LineEntry | null> {
  const { items } = await queryPage(database, { ...lineRange(line, 'waiting'), limit: 1 });
  return (items[0] as LineEntry | undefined) ?? null;
}
