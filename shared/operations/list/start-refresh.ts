import { newRefreshWrite, type RefreshItem, readRefreshItem } from '../../store/refreshes.ts';
import { type CommandContext, type Outcome, runCommand } from '../command.ts';
import { refusalOfOperator } from '../resource-checks.ts';
import type { Services } from '../services.ts';
import { refreshAllJob } from './refresh-job.ts';

/** Requalifies the whole list by an official's order (R7): a worker finds all enterprises and looks at each. */
export function startRefresh(services: Services, context: CommandContext): Promise<Outcome> {
  const refreshId = services.newId('refresh', context.at);
  const item = newRefresh(refreshId, context.at, context.caller.sub);
  return runCommand(services, context, {
    reads: [],
    decide: () =>
      refusalOfOperator(context) ?? {
        kind: 'change',
        writes: [newRefreshWrite(item)],
        jobs: [refreshAllJob(refreshId)],
        status: 202,
        body: refreshView(item),
        version: 1,
        location: `/v1/refreshes/${refreshId}`,
      },
  });
}

/** A full refresh that has found nothing yet. */
export const newRefresh = (refreshId: string, startedAt: string, startedBy: string): RefreshItem => ({
  refreshId,
  startedAt,
  startedBy,
  total: 0,
  processed: 0,
  changed: 0,
  enumerated: false,
  cursor: '',
});

/** How far a refresh is, or null where there is none. */
export async function readRefresh(services: Services, refreshId: string) {
  const item = await readRefreshItem(services.database, refreshId);
  return item && refreshView(item);
}

/** A refresh as the API shows it. It has no history, so its version never moves. */
const refreshView = ({ refreshId, total, processed, changed, enumerated }: RefreshItem) => ({
  refreshId,
  state: enumerated && processed >= total ? 'done' : 'running',
  total,
  processed,
  changed,
  version: 1,
});
