import {
  appropriationOf,
  book,
  type LedgerEntry,
  type Posting,
  paymentOf,
  recoveryOf,
  remittanceOf,
  setOffOf,
  settlementOf,
} from '../../shared/domain/ledger.ts';

let events = 0;

/** The entries of an event of its own, on a day of no importance. */
export function booked(...postings: readonly Posting[]): readonly LedgerEntry[] {
  events += 1;
  const source = { kind: 'claims' as const, id: `clm-${events}`, sequence: 7 };
  const claimId = source.id;
  return book({ source, at: '2026-03-02T02:00:00.000Z', bookedOn: '2026-03-02', document: { claimId } }, postings);
}

/** What an institution's money may do, by what it is called. */
export const movements = {
  appropriation: (_institutionId: string, fen: number) => appropriationOf(fen),
  settlement: settlementOf,
  payment: paymentOf,
  recovery: recoveryOf,
  remittance: remittanceOf,
  'set-off': setOffOf,
} as const;
