import type { DomainEvent } from './event.ts';

/** Somebody's order to requalify the whole list (名单重新核定), R7; how far it is lies beside it, and what it changes with each enterprise. */
export interface RefreshOrder {
  readonly refreshId: string;
  readonly orderedAt: string;
  /** Why an official ordered it, if anything was said. */
  readonly reason: string | null;
  /** The version whose approval or coming into force orders it; null if an official does. */
  readonly policyId: string | null;
}

export type RefreshOrdered = DomainEvent<'refresh-ordered', RefreshOrder>;

/** The order after its one event. */
export function evolveRefreshOrder(state: RefreshOrder | null, { type, data }: RefreshOrdered): RefreshOrder {
  if (state) throw new Error(`${type} twice for ${state.refreshId}`);
  return data;
}
