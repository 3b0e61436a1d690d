import type { DomainEvent, ResourceKind } from '../../domain/event.ts';
import { isCredit } from '../../domain/fund-head.ts';
import { entriesOfNew } from '../../domain/ledger-source.ts';
import { fundWrites } from '../../store/fund.ts';
import type { Job } from '../../store/outbox.ts';
import type { Write } from '../../store/transaction.ts';
import { settlementJob } from '../settlement/settlement-job.ts';

/** What a command's events do to the fund. */
export interface Booked {
  /** The entries and the head, for the command's own transaction. */
  readonly writes: readonly Write[];
  /** Where more may be spent than before: every credit moves the line of waiting claims on (R25). */
  readonly jobs: readonly Job[];
}

/**
 * Books the events that a command puts at the end of a history that was at a version (0 for a new one) (R29). Once a
 * command: a transaction takes the head once.
 */
export function bookEvents(
  kind: ResourceKind,
  id: string,
  version: number,
  events: readonly DomainEvent[],
  at: string,
): Booked {
  const entries = entriesOfNew(kind, id, version, events, at);
  return {
    writes: fundWrites(entries),
    jobs: isCredit(entries) ? [settlementJob(`credit-${id}-${version + events.length}`)] : [],
  };
}
