import { newRefreshWrites, type RefreshReading, readRefreshWithOrder } from '../../store/refreshes.ts';
import { actOf, type CommandContext, type Outcome, runCommand } from '../command.ts';
import { refusalOfOperator } from '../resource-checks.ts';
import type { Services } from '../services.ts';
import { refreshAllJob } from './refresh-job.ts';

/** Requalifies the whole list by an official's order (R7): a worker finds all enterprises and looks at each. */
export function startRefresh(
  services: Services,
  context: CommandContext,
  { reason }: { readonly reason: string | null },
): Promise<Outcome> {
  const refreshId = services.newId('refresh', context.at);
  return runCommand(services, context, {
    reads: [],
    decide: () =>
      refusalOfOperator(context) ?? {
        kind: 'change',
        writes: newRefreshWrites({ refreshId, reason, policyId: null }, actOf(context)),
        jobs: [refreshAllJob(refreshId)],
        status: 202,
        body: { refreshId, state: 'running', total: 0, processed: 0, changed: 0, reason, version: 1 },
        version: 1,
        location: `/v1/refreshes/${refreshId}`,
      },
  });
}

/** How far a refresh is, or null where there is none. */
export async function readRefresh(services: Services, refreshId: string) {
  const reading = await readRefreshWithOrder(services.database, refreshId);
  return reading && refreshView(reading);
}

/** A refresh as the API shows it. Its order is its one event, so its version never moves. */
const refreshView = ({ progress: { refreshId, total, processed, changed, enumerated }, order }: RefreshReading) => ({
  refreshId,
  state: enumerated && processed >= total ? 'done' : 'running',
  total,
  processed,
  changed,
  reason: order?.reason ?? null,
  version: 1,
});
