import { lineOf } from '../../domain/import.ts';
import { decideRelease } from '../../domain/list-import.ts';
import { refusedBy } from '../../domain/refusal.ts';
import {
  type ImportProgress,
  importLayout,
  type LineItem,
  lineKey,
  progressKey,
  progressWrite,
  takeTicket,
  waitingWrite,
} from '../../store/imports.ts';
import { keyOfResource, record, storedIn } from '../../store/resource.ts';
import { actOf, type CommandContext, type Outcome, runCommand } from '../command.ts';
import { refusalOfAccess } from '../resource-checks.ts';
import type { Services } from '../services.ts';
import { importJob } from './import-job.ts';
import { importView } from './import-view.ts';

/**
 * Lets a large replace go on (R6): it joins the end of its category's line and no longer asks how much it revokes.
 * Refusals: `four-eyes` (who sent it releases it), `state-conflict`.
 */
export function releaseImport(services: Services, context: CommandContext, importId: string): Promise<Outcome> {
  const key = keyOfResource(importLayout, importId);
  return runCommand(services, context, {
    reads: [key, progressKey(importId)],
    follow: (items) => {
      const stored = storedIn(items, importLayout, importId);
      return stored ? [lineKey(lineOf(stored.state))] : [];
    },
    decide: (items) => {
      const stored = storedIn(items, importLayout, importId);
      const progress = items.get<ImportProgress>(progressKey(importId));
      const refusal = refusalOfAccess(context, stored, () => true);
      if (refusal || !stored || !progress) return refusal ?? refusedBy(null, 'not-found');
      const decision = decideRelease(stored.state, context.caller.sub);
      if (decision.kind === 'refused') return decision;
      const line = lineOf(stored.state);
      const { ticket, write } = takeTicket(line, items.get<LineItem>(lineKey(line)));
      const released = record(importLayout, importId, stored, decision.events, actOf(context));
      const next = { ...progress, step: progress.step + 1, lineTicket: ticket };
      return {
        kind: 'change',
        writes: [...released.writes, progressWrite(importId, next), write, waitingWrite(line, { importId, ticket })],
        jobs: [importJob(importId, line)],
        status: 200,
        body: importView(released.stored, next),
        version: released.stored.version,
      };
    },
  });
}
