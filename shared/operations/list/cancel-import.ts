import { decideCancellation, isInLine, lineOf } from '../../domain/import.ts';
import { refusedBy } from '../../domain/refusal.ts';
import {
  countsIn,
  type ImportProgress,
  importLayout,
  leaveLineWrite,
  progressKey,
  progressWrite,
} from '../../store/imports.ts';
import { jobDoneWrite } from '../../store/outbox.ts';
import { keyOfResource, record, storedIn } from '../../store/resource.ts';
import { actOf, type CommandContext, type Outcome, ringAll, runCommand } from '../command.ts';
import { refusalOfAccess } from '../resource-checks.ts';
import type { Services } from '../services.ts';
import { importJob } from './import-job.ts';
import { importView } from './import-view.ts';

/**
 * Cancels an import of a list or of loans that has not ended: it leaves its line, and the next one goes on. What the worker has
 * written by then stays and is told by the counts; the worker's next step and this one ask for the same progress, so that one of
 * the two comes first. Refusal: `state-conflict`.
 */
export async function cancelImport(
  services: Services,
  context: CommandContext,
  importId: string,
  reason: string,
): Promise<Outcome> {
  let line: string | null = null;
  const outcome = await runCommand(services, context, {
    reads: [keyOfResource(importLayout, importId), progressKey(importId)],
    decide: (items) => {
      const stored = storedIn(items, importLayout, importId);
      const progress = items.get<ImportProgress>(progressKey(importId));
      const refusal = refusalOfAccess(context, stored, () => true);
      if (refusal || !stored || !progress) return refusal ?? refusedBy(null, 'not-found');
      const { state } = stored;
      const decision = decideCancellation(state, countsIn(progress), { by: context.caller.sub, reason });
      if (decision.kind === 'refused') return decision;
      line = isInLine(state) ? lineOf(state) : null;
      const cancelled = record(importLayout, importId, stored, decision.events, actOf(context));
      const next: ImportProgress = { ...progress, step: progress.step + 1, phase: 'ended' };
      const leaving = line === null ? [] : [leaveLineWrite(line, progress.lineTicket ?? state.ticket)];
      return {
        kind: 'change',
        writes: [...cancelled.writes, progressWrite(importId, next), ...leaving, jobDoneWrite(importId, false)],
        status: 200,
        body: importView(cancelled.stored, next),
        version: cancelled.stored.version,
      };
    },
  });
  // The next in line has a job of its own; where this ring gets lost, the sweeper rings for that one.
  if (outcome.kind === 'answered' && line !== null) await ringAll(services, [importJob(importId, line)]);
  return outcome;
}
