import type { FundAppropriated } from './appropriation.ts';
import type { DomainEvent, ResourceKind } from './event.ts';
import { appropriationOf, type Booking, book, type LedgerEntry, type Posting } from './ledger.ts';

/** What an event books: the day, the document, and the postings. */
interface Booked extends Pick<Booking, 'bookedOn' | 'document'> {
  readonly postings: readonly Posting[];
}

/** The kinds of resources whose events move the fund's money. */
export const bookedKinds: readonly ResourceKind[] = ['fund'];

/** By the type of the event, whose data must say all that its entries do: the proof has nothing else to go by. */
const bookings = {
  'fund-appropriated': ({ amountFen, documentNumber, appropriatedOn }: FundAppropriated['data']): Booked => ({
    bookedOn: appropriatedOn,
    document: { documentNumber },
    postings: [appropriationOf(amountFen)],
  }),
} as const;

/** An event at its place in its resource's history. */
export interface PlacedEvent extends DomainEvent {
  readonly sequence: number;
  readonly at: string;
}

/** The entries that an event of a resource makes (R29); most events make none. Commands and proof both ask here. */
export function entriesOf(kind: ResourceKind, id: string, event: PlacedEvent): readonly LedgerEntry[] {
  const { type, data, sequence, at } = event;
  if (!Object.hasOwn(bookings, type)) return [];
  const { postings, ...paper } = bookings[type as keyof typeof bookings](data as never);
  return book({ source: { kind, id, sequence }, at, ...paper }, postings);
}

/** The entries of events that a command puts at the end of a history that was at a version (0 for a new one). */
export const entriesOfNew = (
  kind: ResourceKind,
  id: string,
  version: number,
  events: readonly DomainEvent[],
  at: string,
): readonly LedgerEntry[] =>
  events.flatMap((event, index) => entriesOf(kind, id, { ...event, sequence: version + index + 1, at }));
