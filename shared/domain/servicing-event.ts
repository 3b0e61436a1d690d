import type { Day } from './calendar.ts';
import type { DomainEvent } from './event.ts';
import type { Evidence, LoanClass } from './loan.ts';
import type { Fen } from './money.ts';

/** Money that came back (还款). A correction names it by its sequence (R40). */
export interface RepaymentRecorded {
  readonly type: 'loan-repayment-recorded';
  readonly data: { readonly principalFen: Fen; readonly interestFen: Fen; readonly paidOn: Day };
}

/** A later maturity (展期); the earlier one stays with it, so that it can be taken back (R40). */
export interface LoanExtended {
  readonly type: 'loan-extended';
  readonly data: {
    readonly maturesOn: Day;
    readonly previousMaturesOn: Day;
    readonly reason: string;
    readonly on: Day;
  };
}

/** What the bank reported of the loan's quality (五级分类); what follows for its state is an event of its own. */
export interface LoanClassified {
  readonly type: 'loan-classified';
  readonly data: {
    readonly class: LoanClass;
    readonly asOf: Day;
    readonly overdueDays: number;
    readonly unpaidInterestFen: Fen | null;
    readonly reason: string | null;
  };
}

export interface LoanBecameOverdue {
  readonly type: 'loan-became-overdue';
  readonly data: {
    readonly since: Day;
    /** When it becomes non-performing with nobody reporting (R19). */
    readonly nonPerformingOn: Day;
  };
}

export type LoanBecameNonPerforming = DomainEvent<'loan-became-non-performing', { readonly since: Day }>;

/** Better again by the bank's report (R19). */
export interface LoanCured {
  readonly type: 'loan-cured';
  readonly data: { readonly to: 'active' | 'overdue'; readonly on: Day; readonly nextChangeOn: Day };
}

export type LoanEvidenceAdded = DomainEvent<'loan-evidence-added', Evidence>;
export type LoanWrittenOff = DomainEvent<'loan-written-off', { readonly on: Day; readonly reason: string }>;

/** A claim is open on it from now on (R20). */
export type LoanClaimed = DomainEvent<'loan-claimed', { readonly claimId: string }>;

/** The claim was rejected or withdrawn, and another may be filed. */
export interface LoanClaimEnded {
  readonly type: 'loan-claim-ended';
  readonly data: { readonly claimId: string; readonly to: 'non-performing' };
}

/** The claim was settled: money that comes now is a recovery (R17, R26). */
export type LoanCompensated = DomainEvent<'loan-compensated', { readonly claimId: string }>;

/** Money that came back after the settlement (追偿): this much of it is principal (R27). */
export interface LoanRecovered {
  readonly type: 'loan-recovered';
  readonly data: { readonly claimId: string; readonly principalFen: Fen; readonly recoveredOn: Day };
}

/** All that happens to a loan after its disbursement. */
export type Servicing =
  | RepaymentRecorded
  | LoanExtended
  | LoanClassified
  | LoanBecameOverdue
  | LoanBecameNonPerforming
  | LoanCured
  | LoanEvidenceAdded
  | LoanWrittenOff
  | LoanClaimed
  | LoanClaimEnded
  | LoanCompensated
  | LoanRecovered;
