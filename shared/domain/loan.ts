import type { LoanMode } from './application.ts';
import type { Day } from './calendar.ts';
import type { CreditCode } from './credit-code.ts';
import type { DomainEvent } from './event.ts';
import type { Bp, Fen, Ppm } from './money.ts';

export const loanStates = [
  'active',
  'overdue',
  'non-performing',
  'claimed',
  'compensated',
  'repaid',
  'written-off',
] as const;
export type LoanState = (typeof loanStates)[number];

/** Five-class classification (五级分类). */
export const loanClasses = ['normal', 'special-mention', 'substandard', 'doubtful', 'loss'] as const;
export type LoanClass = (typeof loanClasses)[number];

/** A loan (贷款) of the programme, from its disbursement on. */
export interface Loan {
  readonly loanId: string;
  readonly applicationId: string | null;
  readonly creditCode: CreditCode;
  readonly institutionId: string;
  readonly mode: LoanMode;
  readonly guarantorId: string | null;
  readonly agreementId: string | null;
  readonly contractNumber: string;
  /** Loan note number (借据号), "" unless given. */
  readonly noteNumber: string;
  readonly principalFen: Fen;
  readonly outstandingFen: Fen;
  readonly disbursedOn: Day;
  readonly maturesOn: Day;
  readonly originalMaturesOn: Day;
  readonly annualRateBp: Bp;
  readonly annualRatePpm: Ppm | null;
  readonly class: LoanClass;
  readonly overdueDays: number;
  readonly state: LoanState;
  /** The version that governs it for its whole life (R2). */
  readonly policy: string;
  /** The day on which the disbursement was reported. */
  readonly reportedOn: Day;
}

export interface LoanDisbursed extends DomainEvent {
  readonly type: 'loan-disbursed';
  readonly data: Omit<
    Loan,
    'principalFen' | 'outstandingFen' | 'originalMaturesOn' | 'class' | 'overdueDays' | 'state'
  > & { readonly amountFen: Fen };
}

export type LoanEvent = LoanDisbursed;

/** The loan after an event; the first event makes it. */
export function evolveLoan(_state: Loan | null, event: LoanEvent): Loan {
  const { amountFen, ...rest } = event.data;
  return {
    ...rest,
    principalFen: amountFen,
    outstandingFen: amountFen,
    originalMaturesOn: rest.maturesOn,
    class: 'normal',
    overdueDays: 0,
    state: 'active',
  };
}
