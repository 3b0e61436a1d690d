import type { FundAppropriated } from './appropriation.ts';
import { dayAt } from './calendar.ts';
import type {
  ClaimCarriedOver,
  ClaimPaid,
  ClaimPaymentReturned,
  ClaimRecoveryRecorded,
  ClaimRemittanceRecorded,
  ClaimSetOff,
  ClaimSettled,
} from './claim-event.ts';
import type { DomainEvent, ResourceKind } from './event.ts';
import {
  appropriationOf,
  type Booking,
  book,
  type LedgerEntry,
  type Posting,
  paymentOf,
  recoveryOf,
  remittanceOf,
  reversalOf,
  setOffOf,
  settlementOf,
} from './ledger.ts';

/** What an event books: the day, the document, and the postings. */
interface Booked extends Pick<Booking, 'bookedOn' | 'document'> {
  readonly postings: readonly Posting[];
}

/** The kinds of resources whose events move the fund's money. */
export const bookedKinds: readonly ResourceKind[] = ['fund', 'claims'];

/** By the type of the event, whose data must say all that its entries do: the proof has nothing else to go by. */
const bookings = {
  'fund-appropriated': ({ amountFen, documentNumber, appropriatedOn }: FundAppropriated['data']): Booked => ({
    bookedOn: appropriatedOn,
    document: { documentNumber },
    postings: [appropriationOf(amountFen)],
  }),
  // The fund's whole part is due from now on, also what is paid only with the final recovery.
  'claim-settled': ({ institutionId, shares, setOffFen, settledAt }: ClaimSettled['data'], claimId): Booked => ({
    bookedOn: dayAt(settledAt),
    document: { claimId },
    postings: [settlementOf(institutionId, shares.fundFen), setOffOf(institutionId, setOffFen)],
  }),
  // The fund's part of what was recovered before came in full to the institution: it is recovered and set off at once.
  'claim-carried-over': ({ institutionId, carriedFen, backFen }: ClaimCarriedOver['data'], claimId, at): Booked => ({
    bookedOn: dayAt(at),
    document: { claimId },
    postings: [
      settlementOf(institutionId, carriedFen),
      recoveryOf(institutionId, backFen),
      setOffOf(institutionId, backFen),
    ],
  }),
  'claim-set-off': ({ institutionId, setOffFen, on }: ClaimSetOff['data'], claimId): Booked => ({
    bookedOn: on,
    document: { claimId },
    postings: [setOffOf(institutionId, setOffFen)],
  }),
  'claim-paid': ({ institutionId, amountFen, voucherNumber, paidOn }: ClaimPaid['data'], claimId): Booked => ({
    bookedOn: paidOn,
    document: { claimId, voucherNumber },
    postings: [paymentOf(institutionId, amountFen)],
  }),
  'claim-payment-returned': (
    { institutionId, amountFen, voucherNumber, returnedOn, reverses }: ClaimPaymentReturned['data'],
    claimId,
  ): Booked => ({
    bookedOn: returnedOn,
    document: { claimId, voucherNumber },
    postings: [reversalOf({ entryId: reverses, lines: paymentOf(institutionId, amountFen).lines })],
  }),
  'claim-recovery-recorded': (
    { institutionId, back, recoveredOn }: ClaimRecoveryRecorded['data'],
    claimId,
  ): Booked => ({
    bookedOn: recoveredOn,
    document: { claimId },
    postings: [recoveryOf(institutionId, back.fundFen)],
  }),
  'claim-remittance-recorded': (
    { institutionId, amountFen, receivedOn, voucherNumber }: ClaimRemittanceRecorded['data'],
    claimId,
  ): Booked => ({
    bookedOn: receivedOn,
    document: { claimId, voucherNumber },
    postings: [remittanceOf(institutionId, amountFen)],
  }),
} as const satisfies Readonly<Record<string, (data: never, id: string, at: string) => Booked>>;

/** An event at its place in its resource's history. */
export interface PlacedEvent extends DomainEvent {
  readonly sequence: number;
  readonly at: string;
}

/** The entries that an event of a resource makes (R29); most events make none. Commands and proof both ask here. */
export function entriesOf(kind: ResourceKind, id: string, event: PlacedEvent): readonly LedgerEntry[] {
  const { type, data, sequence, at } = event;
  if (!Object.hasOwn(bookings, type)) return [];
  const { postings, ...paper } = bookings[type as keyof typeof bookings](data as never, id, at);
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
