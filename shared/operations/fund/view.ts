import type { Appropriation } from '../../domain/appropriation.ts';
import { balanceOf, type FundHead } from '../../domain/fund-head.ts';
import type { LedgerEntry } from '../../domain/ledger.ts';
import type { Stored } from '../../store/resource.ts';

/** An appropriation as the API shows it, with how many were entered before it under the same document. */
export const appropriationView = ({ state, version }: Stored<Appropriation>, earlierUnderDocument: number) => ({
  appropriationId: state.appropriationId,
  amountFen: state.amountFen,
  documentNumber: state.documentNumber,
  appropriatedOn: state.appropriatedOn,
  earlierUnderDocument,
  version,
});

/** The fund as the API shows it. */
export const fundView = (head: FundHead) => ({
  balanceFen: balanceOf(head),
  cashFen: head.cashFen,
  appropriatedFen: head.appropriatedFen,
  compensatedFen: head.compensatedFen,
  paidFen: head.paidFen,
  recoveredFen: head.recoveredFen,
  awaitingFen: head.awaitingFen,
  payableFen: head.payableFen,
  receivableFen: head.receivableFen,
  spendableFen: head.spendableFen,
});

/** An entry as the API shows it, its fields in the order in which they are read: the store keeps none. */
export const entryView = ({ entryId, type, bookedOn, at, document, source, lines, reverses }: LedgerEntry) => ({
  entryId,
  type,
  bookedOn,
  at,
  document: {
    documentNumber: document.documentNumber,
    voucherNumber: document.voucherNumber,
    claimId: document.claimId,
    meetingId: document.meetingId,
  },
  source: { kind: source.kind, id: source.id, sequence: source.sequence },
  lines: lines.map(({ account, debitFen, creditFen }) => ({ account, debitFen, creditFen })),
  reverses,
});
