import type { LoanMode } from './application.ts';
import { addDays, type Day, daysBetween } from './calendar.ts';
import type { CreditCode } from './credit-code.ts';
import type { DomainEvent } from './event.ts';
import { type Moves, mayMove, moved } from './graph.ts';
import type { Bp, Fen, Ppm } from './money.ts';
import type { Servicing } from './servicing-event.ts';

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

/** Five-class classification (五级分类), the best first. */
export const loanClasses = ['normal', 'special-mention', 'substandard', 'doubtful', 'loss'] as const;
export type LoanClass = (typeof loanClasses)[number];

/** What the disbursement fixes. */
export interface LoanTerms {
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
  readonly disbursedOn: Day;
  readonly maturesOn: Day;
  readonly annualRateBp: Bp;
  readonly annualRatePpm: Ppm | null;
  /** The version that governs it for its whole life (R2). */
  readonly policy: string;
  /** The day on which the disbursement was reported. */
  readonly reportedOn: Day;
}

/** What is remembered of a loan that was made before this system and imported: no deadline of filing binds it. */
export interface LoanImported {
  readonly importId: string;
  /** Its row in that import, from 1. */
  readonly row: number;
  readonly appliedOn: Day;
}

/** A paper that the bank keeps with the loan from the first day on, before any claim (R20). */
export interface Evidence {
  /** An open word of the policy data, such as `loan-contract`. */
  readonly kind: string;
  /** Where it lies in the bank's archive. */
  readonly reference: string | null;
  /** The uploaded document; null where the archive alone has it. */
  readonly documentId: string | null;
  readonly datedOn: Day | null;
  readonly addedOn: Day;
}

/** What is outstanding from a day on, until the next step. */
export interface PrincipalStep {
  readonly on: Day;
  readonly outstandingFen: Fen;
}

/** A loan (贷款) of the programme, from its disbursement on. */
export interface Loan extends LoanTerms {
  readonly principalFen: Fen;
  readonly outstandingFen: Fen;
  /** The principal over time, one step a day at most, so that interest is counted without the trail (R21). */
  readonly principalSteps: readonly PrincipalStep[];
  readonly originalMaturesOn: Day;
  readonly state: LoanState;
  /** Interest paid so far, all together. */
  readonly interestPaidFen: Fen;
  readonly lastRepaidOn: Day | null;
  /** How often it was extended (R18). */
  readonly extensions: number;
  readonly class: LoanClass;
  readonly classAsOf: Day;
  /** What the bank last counted, beside the system's own count (R19); null before its first report. */
  readonly bankOverdueDays: number | null;
  /** What the bank last reported; null where it never did (R21). */
  readonly unpaidInterestFen: Fen | null;
  /** While it is non-performing, and in what follows from that. */
  readonly nonPerformingSince: Day | null;
  readonly evidence: readonly Evidence[];
  readonly writtenOffOn: Day | null;
  readonly writeOffReason: string | null;
  /** Its last claim: open while the loan is `claimed`; null where none was ever filed (R20). */
  readonly claimId: string | null;
  /** The state that it was written off from: after a settled claim money is a recovery (R17). */
  readonly writtenOffFrom: LoanState | null;
  /** The next day on which its state changes with nobody reporting (R19); null where none does. */
  readonly nextChangeOn: Day | null;
  /** Only on a loan that was made before this system. */
  readonly imported?: LoanImported;
}

export type LoanDisbursed = DomainEvent<'loan-disbursed', LoanTerms & { readonly amountFen: Fen }>;

/** A loan as it stood when it was imported; what its class and the days make of it are events of their own. */
export interface LoanWasImported {
  readonly type: 'loan-imported';
  readonly data: LoanTerms &
    LoanImported & {
      readonly amountFen: Fen;
      readonly outstandingFen: Fen;
      readonly interestPaidFen: Fen;
      /** The maturity before its extension; null where it was not extended. */
      readonly originalMaturesOn: Day | null;
      readonly class: LoanClass;
      /** null where principal is outstanding. */
      readonly repaidOn: Day | null;
    };
}

export type LoanEvent = LoanDisbursed | LoanWasImported | Servicing;

/** A repayment may be the last one, but of a written-off loan (R17); the class and the days say what a cure leads to (R19). */
type LoanMove = LoanEvent['type'] | 'repaid-in-full' | 'cured-to-active' | 'cured-to-overdue';

export const loanMoves: Moves<LoanState, LoanMove> = {
  'loan-disbursed': { from: [], to: 'active' },
  'loan-imported': { from: [], to: 'active' },
  'loan-repayment-recorded': { from: ['active', 'overdue', 'non-performing', 'claimed', 'written-off'], to: null },
  'repaid-in-full': { from: ['active', 'overdue', 'non-performing', 'claimed'], to: 'repaid' },
  'loan-extended': { from: ['active', 'overdue'], to: 'active' },
  'loan-classified': { from: ['active', 'overdue', 'non-performing', 'claimed', 'compensated'], to: null },
  'loan-became-overdue': { from: ['active'], to: 'overdue' },
  'loan-became-non-performing': { from: ['active', 'overdue'], to: 'non-performing' },
  'loan-cured': { from: ['overdue', 'non-performing'], to: null },
  'cured-to-active': { from: ['overdue', 'non-performing'], to: 'active' },
  'cured-to-overdue': { from: ['non-performing'], to: 'overdue' },
  'loan-evidence-added': { from: loanStates, to: null },
  'loan-written-off': { from: ['non-performing', 'compensated'], to: 'written-off' },
  'loan-claimed': { from: ['non-performing'], to: 'claimed' },
  'loan-claim-ended': { from: ['claimed'], to: 'non-performing' },
  'loan-compensated': { from: ['claimed'], to: 'compensated' },
  'loan-recovered': { from: ['compensated', 'written-off'], to: null },
};

/** The states that bar new applications while principal is not recovered (R16). */
const badStates: readonly LoanState[] = ['non-performing', 'claimed', 'compensated', 'written-off'];

/** Whether the loan bars its enterprise from applying (R16). */
export const isInDefault = ({ state, outstandingFen }: Loan): boolean =>
  outstandingFen > 0 && badStates.includes(state);

/** The system's own count of days overdue (R19): the first is the day after maturity; 0 where nothing is outstanding. */
export const overdueDaysOn = ({ outstandingFen, maturesOn }: Loan, day: Day): number =>
  outstandingFen > 0 ? Math.max(0, daysBetween(maturesOn, day)) : 0;

/** The loan after an event; the first event makes it. */
export function evolveLoan(before: Loan | null, event: LoanEvent): Loan {
  if (event.type === 'loan-disbursed') return newLoan(event.data);
  if (event.type === 'loan-imported') return importedLoan(event.data);
  const state = moved(loanMoves, before, event.type);
  switch (event.type) {
    case 'loan-repayment-recorded':
      return afterRepayment(state, event.data);
    case 'loan-extended': {
      const { maturesOn } = event.data;
      const extensions = state.extensions + 1;
      return { ...state, maturesOn, extensions, nextChangeOn: addDays(maturesOn, 1) };
    }
    case 'loan-classified': {
      const { class: reported, asOf, overdueDays, unpaidInterestFen } = event.data;
      return {
        ...state,
        class: reported,
        classAsOf: asOf,
        bankOverdueDays: overdueDays,
        unpaidInterestFen: unpaidInterestFen ?? state.unpaidInterestFen,
      };
    }
    case 'loan-became-overdue':
      return { ...state, nextChangeOn: event.data.nonPerformingOn };
    case 'loan-became-non-performing':
      return { ...state, nonPerformingSince: event.data.since, nextChangeOn: null };
    case 'loan-cured':
      return { ...state, state: event.data.to, nonPerformingSince: null, nextChangeOn: event.data.nextChangeOn };
    case 'loan-evidence-added':
      return { ...state, evidence: [...state.evidence, event.data] };
    case 'loan-written-off': {
      const { on, reason } = event.data;
      return { ...state, writtenOffOn: on, writeOffReason: reason, writtenOffFrom: before?.state ?? null };
    }
    case 'loan-claimed':
      return { ...state, claimId: event.data.claimId };
    case 'loan-claim-ended':
    case 'loan-compensated':
      return state;
    case 'loan-recovered': {
      const { principalFen, recoveredOn } = event.data;
      const outstandingFen = state.outstandingFen - principalFen;
      return { ...state, outstandingFen, principalSteps: stepsAfter(state, { on: recoveredOn, outstandingFen }) };
    }
  }
}

function newLoan({ amountFen, ...terms }: LoanDisbursed['data']): Loan {
  return {
    ...terms,
    principalFen: amountFen,
    outstandingFen: amountFen,
    principalSteps: [{ on: terms.disbursedOn, outstandingFen: amountFen }],
    originalMaturesOn: terms.maturesOn,
    state: 'active',
    interestPaidFen: 0,
    lastRepaidOn: null,
    extensions: 0,
    class: 'normal',
    classAsOf: terms.disbursedOn,
    bankOverdueDays: null,
    unpaidInterestFen: null,
    nonPerformingSince: null,
    evidence: [],
    writtenOffOn: null,
    writeOffReason: null,
    writtenOffFrom: null,
    claimId: null,
    nextChangeOn: addDays(terms.maturesOn, 1),
  };
}

/**
 * The file names no day of the class, so that a report of any day since the disbursement is in order after it. Nor does it
 * name the days of repayments: what was repaid bears interest until the day of the import, or until the loan was repaid whole (R21).
 */
function importedLoan(data: LoanWasImported['data']): Loan {
  const { importId, row, appliedOn, outstandingFen, interestPaidFen, originalMaturesOn, repaidOn, ...terms } = data;
  const made = newLoan(terms);
  return {
    ...made,
    outstandingFen,
    principalSteps: stepsAfter(made, { on: repaidOn ?? terms.reportedOn, outstandingFen }),
    interestPaidFen,
    originalMaturesOn: originalMaturesOn ?? made.maturesOn,
    extensions: originalMaturesOn === null ? 0 : 1,
    class: terms.class,
    lastRepaidOn: repaidOn,
    imported: { importId, row, appliedOn },
    ...(repaidOn !== null && { state: 'repaid', nextChangeOn: null }),
  };
}

/** At zero outstanding the loan is repaid; one that was written off stays so (R17). */
function afterRepayment(loan: Loan, repayment: { principalFen: Fen; interestFen: Fen; paidOn: Day }): Loan {
  const outstandingFen = loan.outstandingFen - repayment.principalFen;
  const after = {
    ...loan,
    outstandingFen,
    principalSteps: stepsAfter(loan, { on: repayment.paidOn, outstandingFen }),
    interestPaidFen: loan.interestPaidFen + repayment.interestFen,
    lastRepaidOn: repayment.paidOn,
  };
  if (outstandingFen > 0 || !mayMove(loanMoves, loan.state, 'repaid-in-full')) return after;
  return { ...moved(loanMoves, after, 'repaid-in-full'), nextChangeOn: null };
}

/** Repayments come in the order of their days; those of one day make one step. */
function stepsAfter({ outstandingFen, principalSteps }: Loan, step: PrincipalStep): readonly PrincipalStep[] {
  if (step.outstandingFen === outstandingFen) return principalSteps;
  return [...principalSteps.filter(({ on }) => on < step.on), step];
}
