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
import type { Fen } from './money.ts';
import { type Refusal, stateConflict } from './refusal.ts';
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

/** Open claims: the loan is `claimed` all that while. */
const openClaimStates: readonly ClaimState[] = [
  'submitted',
  'returned',
  'accepted',
  'on-agenda',
  'deferred',
  'approved',
  'awaiting-funds',
];

export const isOpenClaim = ({ state }: Pick<Claim, 'state'>): boolean => openClaimStates.includes(state);

/** What may happen to a claim that exists. A bank withdraws earlier than a repaid loan still does (R17). */
export type ClaimMove = Exclude<ClaimEvent['type'], 'claim-submitted'> | 'withdrawn-by-institution';

/** The state graph: from which states each move is legal; every other is a `state-conflict`. */
export const claimMoves = {
  'claim-returned': ['submitted', 'accepted', 'deferred'],
  'claim-resubmitted': ['returned'],
  'withdrawn-by-institution': ['submitted', 'returned', 'accepted', 'deferred'],
  'claim-withdrawn': openClaimStates,
  'claim-accepted': ['submitted'],
  'claim-put-on-agenda': ['accepted', 'deferred'],
  'claim-taken-off-agenda': ['on-agenda'],
  'claim-approved': ['on-agenda'],
  'claim-rejected': ['on-agenda'],
  'claim-deferred': ['on-agenda'],
  'claim-awaiting-funds': ['approved'],
  'claim-settled': ['approved', 'awaiting-funds'],
  'claim-carried-over': ['settled', 'paid'],
  'claim-line-released': ['approved', 'awaiting-funds', 'settled', 'paid'],
  'claim-paid': ['settled'],
  'claim-payment-returned': ['paid'],
  'claim-recovery-recorded': ['settled', 'paid'],
  'claim-remittance-recorded': ['settled', 'paid'],
  'claim-set-off': ['settled'],
} as const satisfies Record<ClaimMove, readonly ClaimState[]>;

/** Refusal: `state-conflict` where the graph knows no such move from the claim's state. */
export function refusalOfMove({ state }: Pick<Claim, 'state'>, move: ClaimMove): Refusal | null {
  const from: readonly ClaimState[] = claimMoves[move];
  return from.includes(state) ? null : stateConflict(state, from);
}

/** The claim after an event; the first event makes it. */
export function evolveClaim(state: Claim | null, event: ClaimEvent): Claim {
  if (event.type === 'claim-submitted') return submittedClaim(event);
  if (!state) throw new Error(`${event.type} before claim-submitted`);
  const offAgenda = { meetingId: null, itemId: null, proposedAssessedFen: null };
  switch (event.type) {
    case 'claim-returned':
      return { ...state, ...offAgenda, state: 'returned', note: event.data.note };
    case 'claim-resubmitted':
      return { ...state, ...event.data, state: 'submitted', claimedFen: claimedOf(event.data) };
    case 'claim-withdrawn':
      return { ...state, state: 'withdrawn', note: event.data.reason, neededFen: null };
    case 'claim-accepted':
      return { ...state, state: 'accepted', note: event.data.note };
    case 'claim-put-on-agenda':
      return { ...state, ...event.data, state: 'on-agenda' };
    case 'claim-taken-off-agenda':
      return { ...state, ...offAgenda, state: 'accepted', note: event.data.reason };
    case 'claim-approved':
      return { ...state, ...event.data, state: 'approved' };
    case 'claim-rejected':
      return { ...state, state: 'rejected', note: event.data.reason };
    case 'claim-deferred':
      return { ...state, state: 'deferred', note: event.data.reason };
    case 'claim-awaiting-funds':
      return { ...state, state: 'awaiting-funds', neededFen: event.data.neededFen };
    case 'claim-settled': {
      const { shares, setOffFen, payableFen } = event.data;
      const heldBackFen = shares.fundFen - setOffFen - payableFen;
      return { ...state, ...event.data, state: 'settled', neededFen: null, heldBackFen };
    }
    case 'claim-carried-over':
      return afterCarryOver(state, event.data);
    case 'claim-line-released':
      return { ...state, note: event.data.reason };
    case 'claim-paid': {
      const { paidOn, voucherNumber, entryId } = event.data;
      return { ...state, state: 'paid', paidOn, voucherNumber, paymentEntryId: entryId };
    }
    case 'claim-payment-returned': {
      const noPayment = { paidOn: null, voucherNumber: null, paymentEntryId: null };
      return { ...state, ...noPayment, state: 'settled', note: event.data.reason };
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
    ...claim,
    shares: carried.shares,
    uncoveredFen: carried.uncoveredFen,
    working: carried.working,
    heldBackFen: claim.heldBackFen + carried.heldBackFen,
    setOffFen: (claim.setOffFen ?? 0) + carried.backFen,
    ...(isDue && { state: 'settled', payableFen: unpaidFen + carried.payableFen }),
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
    ...after,
    state: 'settled',
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
