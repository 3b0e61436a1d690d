import type { LoanMode } from './application.ts';
import type { Day } from './calendar.ts';
import type { CreditCode } from './credit-code.ts';
import type { DomainEvent } from './event.ts';
import type { Evidence } from './loan.ts';
import type { Fen } from './money.ts';
import type { WorkingStep } from './working.ts';

/** A paper that comes with the claim; what the loan already holds counts as well (R20). */
export type ClaimEvidence = Omit<Evidence, 'addedOn'>;

/** What the bank says of its loss, and may change on resubmission. */
export interface ClaimTerms {
  readonly principalLossFen: Fen;
  readonly interestLossFen: Fen;
  readonly evidence: readonly ClaimEvidence[];
  readonly statement: string;
  readonly defaultedOn: Day | null;
  readonly suitFiledOn: Day | null;
}

/** What each party bears of a loss (R23, R24): the fund's part after the year cap; together they are the loss. */
export interface Shares {
  readonly fundFen: Fen;
  readonly guarantorFen: Fen;
  readonly institutionFen: Fen;
}

export interface ClaimSubmitted {
  readonly type: 'claim-submitted';
  readonly data: ClaimTerms & {
    readonly claimId: string;
    readonly loanId: string;
    readonly creditCode: CreditCode;
    readonly institutionId: string;
    readonly mode: LoanMode;
    readonly guarantorId: string | null;
    /** The loan's version, for its whole life (R2). */
    readonly policy: string;
    readonly submittedOn: Day;
  };
}

/** What is to be corrected, defect by defect. */
export type ClaimReturned = DomainEvent<'claim-returned', { readonly note: string }>;
export type ClaimResubmitted = DomainEvent<'claim-resubmitted', ClaimTerms & { readonly submittedOn: Day }>;

export interface ClaimWithdrawn {
  readonly type: 'claim-withdrawn';
  readonly data: {
    readonly reason: string | null;
    /** By the bank, or because the loan was repaid before settlement (R17). */
    readonly because: 'withdrawn-by-institution' | 'loan-repaid';
  };
}

export type ClaimAccepted = DomainEvent<'claim-accepted', { readonly note: string | null }>;

export interface ClaimPutOnAgenda {
  readonly type: 'claim-put-on-agenda';
  readonly data: { readonly meetingId: string; readonly itemId: string; readonly proposedAssessedFen: Fen };
}

export type ClaimTakenOffAgenda = DomainEvent<'claim-taken-off-agenda', { readonly reason: string | null }>;

export interface ClaimApproved {
  readonly type: 'claim-approved';
  readonly data: {
    readonly meetingId: string;
    readonly assessedFen: Fen;
    /** Instant of the resolution. */
    readonly resolvedAt: string;
    /** Its place in its institution's line: sorts by resolution and agenda (R25, R26). */
    readonly place: string;
  };
}

export type ClaimTurnedDown = DomainEvent<'claim-rejected' | 'claim-deferred', { readonly reason: string }>;

/** Money cannot meet it yet (R25): the fund's part, after the year cap. */
export type ClaimAwaitingFunds = DomainEvent<'claim-awaiting-funds', { readonly neededFen: Fen }>;

export interface ClaimSettled {
  readonly type: 'claim-settled';
  readonly data: {
    /** Whose claim it is: the ledger books by what the event says. */
    readonly institutionId: string;
    readonly lossFen: Fen;
    readonly shares: Shares;
    readonly uncoveredFen: Fen;
    readonly setOffFen: Fen;
    /** To be paid at once; what is left of the fund's part is held back for the final recovery (`firstPaymentBp`). */
    readonly payableFen: Fen;
    readonly working: readonly WorkingStep[];
    /** Instant. */
    readonly settledAt: string;
    /** Shanghai's year of the settlement. */
    readonly settlementYear: number;
  };
}

/** What exceeded an earlier year's cap is met by a later year's (R24, `carry-over`). */
export interface ClaimCarriedOver {
  readonly type: 'claim-carried-over';
  readonly data: {
    readonly institutionId: string;
    readonly carriedFen: Fen;
    /** What each party bears from now on. */
    readonly shares: Shares;
    /** What is carried on to the next year. */
    readonly uncoveredFen: Fen;
    /** The fund's part, by these shares, of what was recovered before: taken off what is to be paid. */
    readonly backFen: Fen;
    /** Paid only with the final recovery (`firstPaymentBp`). */
    readonly heldBackFen: Fen;
    /** To be paid now, beside what was due before. */
    readonly payableFen: Fen;
    readonly working: readonly WorkingStep[];
    /** The year whose cap it counts towards. */
    readonly year: number;
  };
}

/** A claim that held its institution's line is tried again (R26). */
export interface ClaimLineReleased {
  readonly type: 'claim-line-released';
  readonly data: { readonly reason: string | null; readonly failures: number };
}

export interface ClaimPaid {
  readonly type: 'claim-paid';
  readonly data: {
    readonly institutionId: string;
    readonly amountFen: Fen;
    readonly voucherNumber: string;
    readonly paidOn: Day;
    /** The entry that it books, for the reversal of a payment that comes back. */
    readonly entryId: string;
  };
}

export interface ClaimPaymentReturned {
  readonly type: 'claim-payment-returned';
  readonly data: {
    readonly institutionId: string;
    readonly amountFen: Fen;
    /** Of the payment that came back: the number stays taken. */
    readonly voucherNumber: string;
    readonly returnedOn: Day;
    readonly reason: string;
    /** The payment's entry. */
    readonly reverses: string;
  };
}

export interface ClaimRecoveryRecorded {
  readonly type: 'claim-recovery-recorded';
  readonly data: {
    readonly institutionId: string;
    readonly amountFen: Fen;
    readonly costsFen: Fen;
    /** Amount less costs, and whom it goes to (R27). */
    readonly netFen: Fen;
    readonly back: Shares;
    readonly recoveredOn: Day;
    readonly final: boolean;
    /** What was held back of the fund's part and is due now, with the final one (`firstPaymentBp`). */
    readonly releasedFen: Fen;
    /** The last day to hand the fund's part over; later it is set off. */
    readonly remitBy: Day;
  };
}

/** The institution handed over what the fund has of its recoveries (R27). */
export interface ClaimRemittanceRecorded {
  readonly type: 'claim-remittance-recorded';
  readonly data: {
    readonly institutionId: string;
    readonly amountFen: Fen;
    readonly receivedOn: Day;
    readonly voucherNumber: string;
  };
}

/** What the institution owes of this or other claims' recoveries is taken off what is due to it of this one (R27). */
export interface ClaimSetOff {
  readonly type: 'claim-set-off';
  readonly data: {
    readonly institutionId: string;
    readonly setOffFen: Fen;
    readonly on: Day;
    /** The claims whose recoveries were owed. */
    readonly debts: readonly { readonly claimId: string; readonly amountFen: Fen }[];
  };
}

export type ClaimEvent =
  | ClaimSubmitted
  | ClaimReturned
  | ClaimResubmitted
  | ClaimWithdrawn
  | ClaimAccepted
  | ClaimPutOnAgenda
  | ClaimTakenOffAgenda
  | ClaimApproved
  | ClaimTurnedDown
  | ClaimAwaitingFunds
  | ClaimSettled
  | ClaimCarriedOver
  | ClaimLineReleased
  | ClaimPaid
  | ClaimPaymentReturned
  | ClaimRecoveryRecorded
  | ClaimRemittanceRecorded
  | ClaimSetOff;
