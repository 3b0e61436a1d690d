import type { Day } from './calendar.ts';
import type { CreditCode } from './credit-code.ts';
import type { DomainEvent } from './event.ts';
import { type Moves, mayMove, moved, refusalOfMove } from './graph.ts';
import type { Bp, Fen, Ppm } from './money.ts';
import type { Refusal } from './refusal.ts';

/** Loan modes (担保方式). */
export const loanModes = ['credit', 'ip-pledge', 'pledge', 'guarantee', 'mortgage', 'other'] as const;
export type LoanMode = (typeof loanModes)[number];

export const applicationStates = [
  'submitted',
  'approved-by-institution',
  'confirmed',
  'disbursed',
  'returned',
  'rejected',
  'withdrawn',
  'expired',
] as const;
export type ApplicationState = (typeof applicationStates)[number];

/** Security beside the mode (附加担保), such as the owner's personal guarantee; it does not change the mode (R12). */
export interface AdditionalSecurity {
  readonly kind: string;
  readonly description: string;
}

/**
 * The enterprise's authorisation (征信授权) of a bank to ask about it and to apply in its name: evidence that the bank has, as a
 * reference to its archive, an uploaded document, or both.
 */
export interface Consent {
  readonly number: string;
  readonly signedOn: Day;
  readonly documentId: string | null;
  readonly reference: string | null;
}

/** What is applied for and may change on resubmission (R13). */
export interface ApplicationTerms {
  readonly amountFen: Fen;
  readonly termMonths: number;
  readonly mode: LoanMode;
  readonly guarantorId: string | null;
  readonly agreementId: string | null;
  readonly purpose: string;
}

/** A loan application (贷款申请) of an enterprise to an institution. */
export interface Application extends ApplicationTerms {
  readonly applicationId: string;
  readonly creditCode: CreditCode;
  readonly institutionId: string;
  /** The organisation that applied: the institution or the enterprise itself. */
  readonly appliedBy: string;
  readonly additionalSecurity: readonly AdditionalSecurity[];
  readonly projectId: string | null;
  readonly ownReference: string | null;
  /** Whether it takes one of its institution's open places; not there if no version limited them at its submission. */
  readonly countsAsOpen?: boolean;
  /** Not there if none was given, and in applications of before it was kept; likewise the two days. */
  readonly consent?: Consent;
  /** The day on which the enterprise itself confirmed in the system that the bank applies in its name. */
  readonly consentConfirmedOn?: Day;
  /** The day on which it refused, which withdrew the application. */
  readonly consentRefusedOn?: Day;
  readonly state: ApplicationState;
  /** The version in force on the day of the last (re)submission (R2). */
  readonly policy: string;
  readonly submittedOn: Day;
  /** The last valid day of what it waits for (R14); null once it has ended. */
  readonly expiresOn: Day | null;
  /** What it holds of the enterprise's cap now (R10). */
  readonly reservedFen: Fen;
  readonly approvedAmountFen: Fen | null;
  readonly annualRateBp: Bp | null;
  readonly annualRatePpm: Ppm | null;
  readonly confirmedOn: Day | null;
  /** The last day on which a confirmation that has expired could have been disbursed (R15). */
  readonly confirmationExpiredOn: Day | null;
  /** Why it was last returned, rejected or withdrawn. */
  readonly reason: string | null;
  readonly loanId: string | null;
}

export interface ApplicationSubmitted extends DomainEvent {
  readonly type: 'application-submitted';
  readonly data: ApplicationTerms & {
    readonly applicationId: string;
    readonly creditCode: CreditCode;
    readonly institutionId: string;
    readonly appliedBy: string;
    readonly additionalSecurity: readonly { readonly kind: string; readonly description: string }[];
    readonly projectId: string | null;
    readonly ownReference: string | null;
    readonly countsAsOpen?: boolean;
    readonly consent?: Consent;
    readonly policy: string;
    readonly submittedOn: Day;
    readonly expiresOn: Day;
  };
}

export type ConsentConfirmed = DomainEvent<'consent-confirmed', { readonly on: Day }>;

/** The enterprise says that the bank does not apply in its name: the application ends `withdrawn`. */
export type ConsentRefused = DomainEvent<'consent-refused', { readonly on: Day; readonly reason: string | null }>;

export interface ApplicationResubmitted extends DomainEvent {
  readonly type: 'application-resubmitted';
  readonly data: ApplicationTerms & { readonly policy: string; readonly submittedOn: Day; readonly expiresOn: Day };
}

export interface InstitutionApproved extends DomainEvent {
  readonly type: 'approved-by-institution';
  readonly data: {
    readonly approvedAmountFen: Fen;
    readonly annualRateBp: Bp | null;
    readonly annualRatePpm: Ppm | null;
  };
}

export interface ApplicationConfirmed extends DomainEvent {
  readonly type: 'application-confirmed';
  readonly data: {
    readonly automatic: boolean;
    readonly approvedAmountFen: Fen;
    readonly confirmedOn: Day;
    readonly expiresOn: Day;
  };
}

export type ApplicationReturned = DomainEvent<'application-returned', { readonly reason: string }>;
export type ApplicationRejected = DomainEvent<'application-rejected', { readonly reason: string }>;
export type ApplicationWithdrawn = DomainEvent<'application-withdrawn', { readonly reason: string | null }>;
export type ApplicationExpired = DomainEvent<'application-expired', { readonly on: Day }>;

export interface ApplicationDisbursed extends DomainEvent {
  readonly type: 'application-disbursed';
  readonly data: { readonly loanId: string; readonly amountFen: Fen; readonly disbursedOn: Day };
}

export type ApplicationEvent =
  | ApplicationSubmitted
  | ConsentConfirmed
  | ConsentRefused
  | ApplicationResubmitted
  | InstitutionApproved
  | ApplicationConfirmed
  | ApplicationReturned
  | ApplicationRejected
  | ApplicationWithdrawn
  | ApplicationExpired
  | ApplicationDisbursed;

/** The states in which an application still waits for something, and holds its reservation. */
export const openStates = ['submitted', 'approved-by-institution', 'returned', 'confirmed'] as const;

/** A disbursement may be reported late, once the confirmation has expired (R15). */
type ApplicationMove = ApplicationEvent['type'] | 'disbursed-in-time';

export const applicationMoves: Moves<ApplicationState, ApplicationMove> = {
  'application-submitted': { from: [], to: 'submitted' },
  'consent-confirmed': { from: openStates, to: null },
  'consent-refused': { from: openStates, to: 'withdrawn' },
  'application-resubmitted': { from: ['returned'], to: 'submitted' },
  'approved-by-institution': { from: ['submitted'], to: 'approved-by-institution' },
  'application-confirmed': { from: ['approved-by-institution'], to: 'confirmed' },
  'application-returned': { from: ['submitted', 'approved-by-institution'], to: 'returned' },
  'application-rejected': { from: ['submitted', 'approved-by-institution'], to: 'rejected' },
  'application-withdrawn': { from: openStates, to: 'withdrawn' },
  'application-expired': { from: openStates, to: 'expired' },
  'application-disbursed': { from: ['confirmed', 'expired'], to: 'disbursed' },
  'disbursed-in-time': { from: ['confirmed'], to: 'disbursed' },
};

export const isOpen = ({ state }: Application): boolean => mayMove(applicationMoves, state, 'application-expired');

/** The open places of its institution that it takes: one until it ends, if they were limited when it began. */
export const placesOf = (application: Application): 0 | 1 => (application.countsAsOpen && isOpen(application) ? 1 : 0);

/** Whether its deadline has passed (R14), whether or not the night job has said so. */
export const hasLapsed = (application: Application, today: Day): boolean =>
  isOpen(application) && application.expiresOn !== null && today > application.expiresOn;

/** Refusal: `state-conflict`; a deadline binds whether or not the night job has run. */
export const refusalOnDay = (application: Application, move: ApplicationMove, today: Day): Refusal | null =>
  refusalOfMove(applicationMoves, hasLapsed(application, today) ? 'expired' : application.state, move);

/** The application after an event; the first event makes it. */
export function evolveApplication(before: Application | null, event: ApplicationEvent): Application {
  const undecided = { approvedAmountFen: null, annualRateBp: null, annualRatePpm: null };
  if (event.type === 'application-submitted') {
    return {
      ...event.data,
      state: 'submitted',
      reservedFen: event.data.amountFen,
      ...undecided,
      confirmedOn: null,
      confirmationExpiredOn: null,
      reason: null,
      loanId: null,
    };
  }
  const state = moved(applicationMoves, before, event.type);
  const ended = { expiresOn: null, reservedFen: 0 };
  switch (event.type) {
    case 'consent-confirmed':
      return { ...state, consentConfirmedOn: event.data.on };
    case 'consent-refused':
      return { ...state, ...ended, reason: event.data.reason, consentRefusedOn: event.data.on };
    case 'application-resubmitted':
      return { ...state, ...event.data, reservedFen: event.data.amountFen, ...undecided };
    case 'approved-by-institution':
      return { ...state, ...event.data, reservedFen: event.data.approvedAmountFen };
    case 'application-confirmed': {
      const { approvedAmountFen, confirmedOn, expiresOn } = event.data;
      return { ...state, approvedAmountFen, reservedFen: approvedAmountFen, confirmedOn, expiresOn };
    }
    case 'application-returned':
      return { ...state, reason: event.data.reason };
    case 'application-rejected':
    case 'application-withdrawn':
      return { ...state, ...ended, reason: event.data.reason };
    case 'application-expired':
      return { ...state, ...ended, confirmationExpiredOn: before?.state === 'confirmed' ? before.expiresOn : null };
    case 'application-disbursed':
      return { ...state, ...ended, loanId: event.data.loanId };
  }
}
