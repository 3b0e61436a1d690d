import type { LoanMode } from './application.ts';
import type { Day } from './calendar.ts';
import type {
  ClaimCarriedOver,
  ClaimEvent,
  ClaimRecoveryRecorded,
  ClaimSubmitted,
  ClaimTerms,
  Shares,
} from './claim-event.ts';
import type { CreditCode } from './credit-code.ts';
import { type Moves, mayMove, moved } from './graph.ts';
import type { Fen } from './money.ts';
import type { WorkingStep } from './working.ts';

export const claimStates = [
  'submitted',
  'accepted',
  'on-agenda',
  'approved',
  'settled',
  'paid',
  'returned',
  'rejected',
  'deferred',
  'awaiting-funds',
  'withdrawn',
] as const;
export type ClaimState = (typeof claimStates)[number];

/** A bank's claim for compensation of a loan's loss (代偿申请). */
export interface Claim extends ClaimTerms {
  readonly claimId: string;
  readonly loanId: string;
  readonly creditCode: CreditCode;
  readonly institutionId: string;
  readonly mode: LoanMode;
  readonly guarantorId: string | null;
  /** The loan's version (R2). */
  readonly policy: string;
  readonly state: ClaimState;
  /** Principal and interest together. */
  readonly claimedFen: Fen;
  /** The day of the first submission: `claimWithinDays` is judged by it, however often it was returned. */
  readonly filedOn: Day;
  /** The day of the last (re)submission. */
  readonly submittedOn: Day;
  /** Why it was last returned, accepted, taken off an agenda, deferred, rejected or withdrawn. */
  readonly note: string | null;
  /** The meeting that it is on, or that decided it; null again once taken off. */
  readonly meetingId: string | null;
  readonly itemId: string | null;
  readonly proposedAssessedFen: Fen | null;
  /** What the conference found the loss to be. */
  readonly assessedFen: Fen | null;
  readonly resolvedAt: string | null;
  readonly place: string | null;
  /** The fund's part while money does not meet it (R25). */
  readonly neededFen: Fen | null;
  /** The loss that was settled: at most what was assessed (R26). */
  readonly lossFen: Fen | null;
  readonly shares: Shares | null;
  readonly uncoveredFen: Fen | null;
  readonly setOffFen: Fen | null;
  readonly payableFen: Fen | null;
  /** What of the fund's part is paid only with the final recovery (`firstPaymentBp`). */
  readonly heldBackFen: Fen;
  readonly working: readonly WorkingStep[] | null;
  readonly settledAt: string | null;
  readonly settlementYear: number | null;
  readonly paidOn: Day | null;
  readonly voucherNumber: string | null;
  /** The last payment's entry in the ledger. */
  readonly paymentEntryId: string | null;
  /** Recovered after costs, all together (R27). */
  readonly recoveredFen: Fen;
  readonly lastRecoveredOn: Day | null;
  /** Handed over to the fund of what was recovered, all together. */
  readonly remittedFen: Fen;
  /** Whether the bank said that nothing more will come. */
  readonly recoveryEnded: boolean;
}

/**
 * What may happen to a claim. A bank withdraws earlier than a repaid loan still does (R17); what is carried over or released
 * by the last recovery is due at once or not.
 */
type ClaimMove = ClaimEvent['type'] | 'withdrawn-by-institution' | 'due-again';

/** The loan is `claimed` all that while. */
const open = ['submitted', 'returned', 'accepted', 'on-agenda', 'deferred', 'approved', 'awaiting-funds'] as const;

export const claimMoves: Moves<ClaimState, ClaimMove> = {
  'claim-submitted': { from: [], to: 'submitted' },
  'claim-returned': { from: ['submitted', 'accepted', 'deferred'], to: 'returned' },
  'claim-resubmitted': { from: ['returned'], to: 'submitted' },
  'withdrawn-by-institution': { from: ['submitted', 'returned', 'accepted', 'deferred'], to: 'withdrawn' },
  'claim-withdrawn': { from: open, to: 'withdrawn' },
  'claim-accepted': { from: ['submitted'], to: 'accepted' },
  'claim-put-on-agenda': { from: ['accepted', 'deferred'], to: 'on-agenda' },
  'claim-taken-off-agenda': { from: ['on-agenda'], to: 'accepted' },
  'claim-approved': { from: ['on-agenda'], to: 'approved' },
  'claim-rejected': { from: ['on-agenda'], to: 'rejected' },
  'claim-deferred': { from: ['on-agenda'], to: 'deferred' },
  'claim-awaiting-funds': { from: ['approved'], to: 'awaiting-funds' },
  'claim-settled': { from: ['approved', 'awaiting-funds'], to: 'settled' },
  'claim-carried-over': { from: ['settled', 'paid'], to: null },
  'claim-line-released': { from: ['approved', 'awaiting-funds', 'settled', 'paid'], to: null },
  'claim-paid': { from: ['settled'], to: 'paid' },
  'claim-payment-returned': { from: ['paid'], to: 'settled' },
  'claim-recovery-recorded': { from: ['settled', 'paid'], to: null },
  'claim-remittance-recorded': { from: ['settled', 'paid'], to: null },
  'claim-set-off': { from: ['settled'], to: null },
  'due-again': { from: ['settled', 'paid'], to: 'settled' },
};

export const isOpenClaim = ({ state }: Pick<Claim, 'state'>): boolean => mayMove(claimMoves, state, 'claim-withdrawn');

/** The claim after an event; the first event makes it. */
export function evolveClaim(before: Claim | null, event: ClaimEvent): Claim {
  if (event.type === 'claim-submitted') return submittedClaim(event);
  const state = moved(claimMoves, before, event.type);
  const offAgenda = { meetingId: null, itemId: null, proposedAssessedFen: null };
  switch (event.type) {
    case 'claim-accepted':
      return { ...state, note: event.data.note };
    case 'claim-returned':
      return { ...state, ...offAgenda, note: event.data.note };
    case 'claim-resubmitted':
      return { ...state, ...event.data, claimedFen: claimedOf(event.data) };
    case 'claim-withdrawn':
      return { ...state, note: event.data.reason, neededFen: null };
    case 'claim-taken-off-agenda':
      return { ...state, ...offAgenda, note: event.data.reason };
    case 'claim-put-on-agenda':
    case 'claim-approved':
      return { ...state, ...event.data };
    case 'claim-rejected':
    case 'claim-deferred':
    case 'claim-line-released':
      return { ...state, note: event.data.reason };
    case 'claim-awaiting-funds':
      return { ...state, neededFen: event.data.neededFen };
    case 'claim-settled': {
      const { shares, setOffFen, payableFen } = event.data;
      const heldBackFen = shares.fundFen - setOffFen - payableFen;
      return { ...state, ...event.data, neededFen: null, heldBackFen };
    }
    case 'claim-carried-over':
      return afterCarryOver(state, event.data);
    case 'claim-paid': {
      const { paidOn, voucherNumber, entryId } = event.data;
      return { ...state, paidOn, voucherNumber, paymentEntryId: entryId };
    }
    case 'claim-payment-returned': {
      const noPayment = { paidOn: null, voucherNumber: null, paymentEntryId: null };
      return { ...state, ...noPayment, note: event.data.reason };
    }
    case 'claim-recovery-recorded':
      return afterRecovery(state, event.data);
    case 'claim-remittance-recorded':
      return { ...state, remittedFen: state.remittedFen + event.data.amountFen };
    case 'claim-set-off': {
      const { setOffFen } = event.data;
      const payableFen = (state.payableFen ?? 0) - setOffFen;
      return { ...state, setOffFen: (state.setOffFen ?? 0) + setOffFen, payableFen };
    }
  }
}

/** What is to be paid anew waits for finance like a settlement does, beside what is not paid yet. */
function afterCarryOver(claim: Claim, carried: ClaimCarriedOver['data']): Claim {
  const unpaidFen = claim.state === 'paid' ? 0 : (claim.payableFen ?? 0);
  const isDue = carried.payableFen > 0;
  return {
    ...(isDue ? moved(claimMoves, claim, 'due-again') : claim),
    shares: carried.shares,
    uncoveredFen: carried.uncoveredFen,
    working: carried.working,
    heldBackFen: claim.heldBackFen + carried.heldBackFen,
    setOffFen: (claim.setOffFen ?? 0) + carried.backFen,
    ...(isDue && { payableFen: unpaidFen + carried.payableFen }),
  };
}

/** What the final recovery releases is to be paid: beside what is not paid yet, or by itself where all else is. */
function afterRecovery(
  claim: Claim,
  { netFen, final, releasedFen, recoveredOn }: ClaimRecoveryRecorded['data'],
): Claim {
  const after = {
    ...claim,
    recoveredFen: claim.recoveredFen + netFen,
    lastRecoveredOn: recoveredOn,
    recoveryEnded: claim.recoveryEnded || final,
  };
  if (releasedFen === 0) return after;
  const unpaidFen = claim.state === 'paid' ? 0 : (claim.payableFen ?? 0);
  return {
    ...moved(claimMoves, after, 'due-again'),
    payableFen: unpaidFen + releasedFen,
    heldBackFen: claim.heldBackFen - releasedFen,
  };
}

function submittedClaim({ data }: ClaimSubmitted): Claim {
  return {
    ...data,
    state: 'submitted',
    claimedFen: claimedOf(data),
    filedOn: data.submittedOn,
    note: null,
    meetingId: null,
    itemId: null,
    proposedAssessedFen: null,
    assessedFen: null,
    resolvedAt: null,
    place: null,
    neededFen: null,
    lossFen: null,
    shares: null,
    uncoveredFen: null,
    setOffFen: null,
    payableFen: null,
    heldBackFen: 0,
    working: null,
    settledAt: null,
    settlementYear: null,
    paidOn: null,
    voucherNumber: null,
    paymentEntryId: null,
    recoveredFen: 0,
    lastRecoveredOn: null,
    remittedFen: 0,
    recoveryEnded: false,
  };
}

const claimedOf = ({ principalLossFen, interestLossFen }: ClaimTerms): Fen => principalLossFen + interestLossFen;
