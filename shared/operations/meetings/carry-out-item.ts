import type { AgendaItem } from '../../domain/meeting.ts';
import type { MeetingResolved } from '../../domain/meeting-event.ts';
import type { Job } from '../../store/outbox.ts';
import type { Act } from '../../store/trail.ts';
import type { Write } from '../../store/transaction.ts';
import type { Services } from '../services.ts';
import { carryOutClaim } from './carry-out-claim.ts';
import { carryOutInclusion } from './carry-out-inclusion.ts';

/** What a resolution says of one item. */
export type Ruling = MeetingResolved['data']['items'][number];

/** Where an item stands in its resolution. */
export interface Order {
  readonly meetingId: string;
  readonly resolvedAt: string;
  /** From 0, in the order of the agenda. */
  readonly index: number;
  /** The day of carrying out. */
  readonly today: string;
}

/** What carrying an item out writes, and the jobs that it starts. */
export interface CarriedOut {
  readonly writes: readonly Write[];
  readonly jobs: readonly Job[];
}

/** How one item is carried out; null where what it is about is not on this meeting's agenda any more (R17). */
export async function carryOutItem(
  services: Services,
  item: AgendaItem,
  ruling: Ruling,
  order: Order,
  act: Act,
): Promise<CarriedOut | null> {
  if (ruling.outcome === 'withdrawn') return null;
  if (item.claimId !== null) return carryOutClaim(services, item.claimId, ruling, order, act);
  return carryOutInclusion(services, item.inclusionId ?? '', ruling, order, act);
}
