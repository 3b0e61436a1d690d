import type { ItemReleased } from '../../domain/meeting-event.ts';
import { refusedBy } from '../../domain/refusal.ts';
import { carryingIn, carryingKey, carryingWrite, meetingLayout } from '../../store/meetings.ts';
import type { Items } from '../../store/read.ts';
import { toCarryOutWrite } from '../../store/resolved-meetings.ts';
import { keyOfResource, record, storedIn } from '../../store/resource.ts';
import { actOf, type CommandContext, type Outcome, runCommand } from '../command.ts';
import { refusalOfAccess } from '../resource-checks.ts';
import type { Services } from '../services.ts';
import type { CarriedOut } from './carry-out-item.ts';
import { carryOutJob } from './carry-out-job.ts';
import { deferItem } from './defer-item.ts';
import { meetingView } from './view.ts';

/** What the office wants done with an item that is held: tried again, or let pass as deferred. */
export interface ReleaseItem {
  readonly itemId: string;
  readonly decision: 'retry' | 'skip';
  readonly reason: string;
}

/**
 * The office releases an item that could not be carried out (decisions/0043). A retry puts it back in hand with its job; one
 * more failure holds it again. A skip carries it out as deferred, so that it can go before a conference again.
 *
 * Refusals: 409 `state-conflict` with `held: false` if the item is not held.
 */
export function releaseItem(
  services: Services,
  context: CommandContext,
  meetingId: string,
  { itemId, decision, reason }: ReleaseItem,
): Promise<Outcome> {
  const key = keyOfResource(meetingLayout, meetingId);
  const heldIn = (items: Items) => carryingIn(items, meetingId)?.held.find((item) => item.itemId === itemId) ?? null;
  return runCommand<CarriedOut | null>(services, context, {
    reads: [key, carryingKey(meetingId)],
    look: async (items) => {
      const meeting = storedIn(items, meetingLayout, meetingId)?.state;
      const held = heldIn(items);
      if (decision === 'retry' || !meeting?.resolvedAt || !held) return null;
      const order = { meetingId, resolvedAt: meeting.resolvedAt, index: held.index, today: context.today };
      return deferItem(services, meeting, order, reason, actOf(context));
    },
    decide: (items, deferred) => {
      const stored = storedIn(items, meetingLayout, meetingId);
      const refusal = refusalOfAccess(context, stored, () => true);
      if (refusal || !stored) return refusal ?? refusedBy(null, 'not-found');
      const [read, held] = [carryingIn(items, meetingId), heldIn(items)];
      const { state, resolvedAt } = stored.state;
      if (!read || !held || resolvedAt === null) return refusedBy('R22', 'state-conflict', { state, held: false });
      const type = decision === 'retry' ? 'meeting-item-retried' : 'meeting-item-skipped';
      const event: ItemReleased = { type, data: { itemId, failures: held.failures, reason } };
      const recorded = record(meetingLayout, meetingId, stored, [event], actOf(context));
      const others = read.held.filter((item) => item.itemId !== itemId);
      const next =
        decision === 'retry'
          ? { held: others, retrying: [...read.retrying, held] }
          : { held: others, skipped: [...read.skipped, itemId] };
      return {
        kind: 'change',
        writes: [
          ...recorded.writes,
          carryingWrite(meetingId, read, next),
          ...(decision === 'retry' ? [toCarryOutWrite(resolvedAt, meetingId)] : (deferred?.writes ?? [])),
        ],
        jobs: decision === 'retry' ? [carryOutJob(meetingId)] : (deferred?.jobs ?? []),
        status: 200,
        body: meetingView(recorded.stored),
        version: recorded.stored.version,
      };
    },
  });
}
