import type { DomainEvent, ResourceKind } from '../../domain/event.ts';
import { isCredit } from '../../domain/fund-head.ts';
import { entriesOfNew } from '../../domain/ledger-source.ts';
import type { Fen } from '../../domain/money.ts';
import { fundWrites } from '../../store/fund.ts';
import type { Write } from '../../store/transaction.ts';

/** What a command's events do to the fund. */
export interface Booked {
  /** The entries and the head, for the command's own transaction. */
  readonly writes: readonly Write[];
  /** Whether more may be spent than before: every credit moves the line of waiting claims on (R25). */
  readonly isCredit: boolean;
}

/**
 * Books the events that a command puts at the end of a history that was at a version (0 for a new one) (R29). Once a
 * command, with what more, or less, awaits money: a transaction takes the head once.
 */
export function bookEvents(
  kind: ResourceKind,
  id: string,
  version: number,
  events: readonly DomainEvent[],
  at: string,
  awaitingByFen: Fen = 0,
): Booked {
  const entries = entriesOfNew(kind, id, version, events, at);
  return { writes: fundWrites(entries, awaitingByFen), isCredit: isCredit(entries) };
}
