import type { Appropriation } from '../../domain/appropriation.ts';
import { balanceOf } from '../../domain/fund-head.ts';
import type { LedgerEntry } from '../../domain/ledger.ts';
import type { Stored } from '../../store/resource.ts';
import type { Line, LinePlace } from '../settlement/read-line.ts';

/** An appropriation as the API shows it, with how many were entered before it under the same document. */
export const appropriationView = ({ state, version }: Stored<Appropriation>, earlierUnderDocument: number) => ({
  appropriationId: state.appropriationId,
  amountFen: state.amountFen,
  documentNumber: state.documentNumber,
  appropriatedOn: state.appropriatedOn,
  earlierUnderDocument,
  version,
});

/** The fund as the API shows it, with what waits for its money. */
export const fundView = ({ head, awaitingFen }: Pick<Line, 'head' | 'awaitingFen'>) => ({
  balanceFen: balanceOf(head),
  cashFen: head.cashFen,
  appropriatedFen: head.appropriatedFen,
  compensatedFen: head.compensatedFen,
  paidFen: head.paidFen,
  recoveredFen: head.recoveredFen,
  awaitingFen,
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

/** The line of settlement as the API shows it. */
export const lineView = ({ places, awaitingFen }: Line) => ({ awaitingFen, items: places.map(placeView) });

const placeView = (place: LinePlace) => ({
  claimId: place.claimId,
  loanId: place.loanId,
  institutionId: place.institutionId,
  place: place.place,
  standing: place.standing,
  neededFen: place.neededFen,
  carryOverYear: place.carryOverYear,
  failures: place.failures,
  lastError: place.lastError,
  heldSince: place.heldSince,
});
