import { refusedBy, stateConflict } from '../../domain/refusal.ts';
import { type JobStanding, jobKey, toStanding, unparkWrite } from '../../store/outbox.ts';
import { repairLayout } from '../../store/repairs.ts';
import { record } from '../../store/resource.ts';
import { actOf, type CommandContext, type Outcome, ringAll, runCommand, secondRingAt } from '../command.ts';
import type { Services } from '../services.ts';
import { jobView } from './list.ts';

/**
 * Has a parked job rung again, once what kept it from being done is fixed. A job has no history of its own: who and why is kept
 * as a repair. Refusals: `not-found` where it is done, `state-conflict` where it is not parked.
 */
export async function retryJob(
  services: Services,
  context: CommandContext,
  jobId: string,
  reason: string,
): Promise<Outcome> {
  let retried: JobStanding | null = null;
  const repairId = services.newId('repair', context.at);
  const outcome = await runCommand(services, context, {
    reads: [jobKey(jobId)],
    decide: (items) => {
      const item = items.get(jobKey(jobId));
      if (!item) return refusedBy(null, 'not-found');
      const job = toStanding(item);
      if (job.state !== 'parked') return stateConflict(job.state, ['parked']);
      const { queue, rings } = job;
      const data = { repairId, jobId, queue, rings, by: context.caller.sub, reason };
      const recorded = record(repairLayout, repairId, null, [{ type: 'job-retried', data }], actOf(context));
      retried = { ...job, state: 'waiting', rings: 0, parkedAt: null };
      return {
        kind: 'change',
        writes: [unparkWrite(jobId, secondRingAt(context.at)), ...recorded.writes],
        status: 200,
        body: jobView(retried),
        version: null,
      };
    },
  });
  if (outcome.kind === 'answered' && retried) await ringAll(services, [retried]);
  return outcome;
}
