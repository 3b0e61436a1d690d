import type { Meeting } from '../../domain/meeting.ts';
import { inclusionLayout } from '../../store/inclusions.ts';
import { readItems } from '../../store/read.ts';
import { keyOfResource, storedIn } from '../../store/resource.ts';
import type { Act } from '../../store/trail.ts';
import type { Services } from '../services.ts';
import { carryOutClaim } from './carry-out-claim.ts';
import type { CarriedOut, Order } from './carry-out-item.ts';
import { inclusionTurnedDown } from './inclusion-turned-down.ts';

/** What defers an item in the place of what was resolved; null if what it is about is not on this agenda any more. */
export async function deferItem(
  services: Services,
  { items }: Meeting,
  order: Order,
  reason: string,
  act: Act,
): Promise<CarriedOut | null> {
  const item = items[order.index];
  if (!item?.resolution) return null;
  if (item.claimId !== null) {
    const { itemId, resolution } = item;
    const ruling = { ...resolution, itemId, outcome: 'deferred', assessedFen: null, reason, note: null } as const;
    return carryOutClaim(services, item.claimId, ruling, order, act);
  }
  const inclusionId = item.inclusionId ?? '';
  const read = await readItems(services.database, [keyOfResource(inclusionLayout, inclusionId)]);
  const stored = storedIn(read, inclusionLayout, inclusionId);
  const { meetingId, resolvedAt } = order;
  if (stored?.state.state !== 'on-agenda' || stored.state.meetingId !== meetingId) return null;
  return inclusionTurnedDown(stored, { type: 'inclusion-deferred', data: { meetingId, resolvedAt, reason } }, act);
}
