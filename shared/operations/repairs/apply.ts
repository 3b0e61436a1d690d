import { dayAt } from '../../domain/calendar.ts';
import type { RepairEvent, RepairOrder, RestoredSpan } from '../../domain/repair.ts';
import { readItems } from '../../store/read.ts';
import { repairLayout } from '../../store/repairs.ts';
import { keyOfResource, record, storedIn } from '../../store/resource.ts';
import { attemptsMax, Unavailable, waitBeforeRetry } from '../../store/retry.ts';
import { commit, type Write } from '../../store/transaction.ts';
import type { RepairPlan, RepairServices } from './plan.ts';

/** What came of a repair: its id, or that something has moved since it was planned, and nothing was written. */
export type Repaired = { readonly kind: 'repaired'; readonly repairId: string } | { readonly kind: 'moved' };

/**
 * Carries out a plan: all its writes, each under its condition, together with the repair's own event (R30), in one transaction.
 * A repair is a resource of its own kind, so that what it repaired keeps its history as it was.
 *
 * @throws Unavailable when the store did not take it in as many attempts as a command has.
 */
export function applyRepair(services: RepairServices, plan: RepairPlan, order: RepairOrder): Promise<Repaired> {
  const { subject, changes, writes } = plan;
  return write(services, order, writes, (repairId) => ({
    type: 'data-repaired',
    data: { repairId, ...order, subject, changes },
  }));
}

/** Notes that tables were restored, and what is lost by it: the checks and later repairs read it. */
export function noteRestore(services: RepairServices, span: RestoredSpan, order: RepairOrder): Promise<Repaired> {
  return write(services, order, [], (repairId) => ({ type: 'restore-noted', data: { repairId, ...order, ...span } }));
}

async function write(
  { database, newId, now }: RepairServices,
  order: RepairOrder,
  writes: readonly Write[],
  eventOf: (repairId: string) => RepairEvent,
): Promise<Repaired> {
  const at = now();
  const repairId = newId('repair', at);
  const recorded = record(repairLayout, repairId, null, [eventOf(repairId)], { at, actor: toolOf(order) });
  for (let attempt = 1; attempt <= attemptsMax; attempt += 1) {
    const outcome = await commit(database, [...writes, ...recorded.writes]);
    if (outcome === 'committed') return { kind: 'repaired', repairId };
    // The refused one may be our own, whose answer was lost.
    const found = storedIn(await readItems(database, [keyOfResource(repairLayout, repairId)]), repairLayout, repairId);
    if (found) return { kind: 'repaired', repairId };
    if (outcome === 'refused') return { kind: 'moved' };
    await waitBeforeRetry(attempt);
  }
  throw new Unavailable(`repair ${repairId} of ${dayAt(at)} was not written in ${attemptsMax} attempts`);
}

/** The tool cannot know who sits before it: it names itself, and who answers for it. */
const toolOf = ({ by }: RepairOrder) => ({
  sub: 'tool:repair',
  org: 'system',
  role: 'tool',
  causedBy: by,
});
