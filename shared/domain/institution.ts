import type { Day } from './calendar.ts';
import type { DomainEvent } from './event.ts';
import { type Moves, refusalOfMove } from './graph.ts';
import type { Fen } from './money.ts';
import { accepted, type Decision } from './refusal.ts';

export const institutionKinds = ['bank', 'guarantor', 'holding'] as const;
export type InstitutionKind = (typeof institutionKinds)[number];

export const institutionStates = ['applied', 'admitted', 'suspended', 'withdrawn'] as const;
export type InstitutionState = (typeof institutionStates)[number];

/** From a day on an institution is in a state, until a later entry's day. */
export interface Admission {
  readonly state: Exclude<InstitutionState, 'applied'>;
  readonly from: Day;
  readonly reason: string;
}

/** The circuit breaker as it was last said to stand (R28); its figures are those of that moment. */
export interface Breaker {
  readonly state: 'open' | 'released';
  readonly on: Day;
  readonly compensatedFen: Fen;
  readonly disbursedFen: Fen;
  /** Why it was released. */
  readonly reason: string | null;
}

/** A bank, guarantor or holding of the programme (金融机构、担保机构、金控公司). */
export interface Institution {
  readonly institutionId: string;
  readonly name: string;
  readonly kind: InstitutionKind;
  readonly creditCode: string;
  readonly appliedOn: Day;
  /** In the order in which they were decided. */
  readonly admissions: readonly Admission[];
  /** null while it has never opened. */
  readonly breaker: Breaker | null;
}

export interface InstitutionApplied extends DomainEvent {
  readonly type: 'institution-applied';
  readonly data: {
    readonly institutionId: string;
    readonly name: string;
    readonly kind: InstitutionKind;
    readonly creditCode: string;
    readonly appliedOn: Day;
  };
}

export interface AdmissionDecided extends DomainEvent {
  readonly type: 'admission-decided';
  readonly data: { readonly state: Admission['state']; readonly from: Day; readonly reason: string };
}

/** Its loss ratio passed the limit: new applications to it are refused (R28). */
export type BreakerOpened = DomainEvent<'breaker-opened', BreakerFigures>;

/** The office lets it receive applications again (R28). */
export type BreakerReleased = DomainEvent<'breaker-released', BreakerFigures & { readonly reason: string }>;

/** What decided: principal compensated and disbursed, the limit, and the version whose limit it is. */
interface BreakerFigures {
  readonly on: Day;
  readonly compensatedFen: Fen;
  readonly disbursedFen: Fen;
  readonly limitBp: number;
  readonly policy: string;
}

export type InstitutionEvent = InstitutionApplied | AdmissionDecided | BreakerOpened | BreakerReleased;

/**
 * An institution's state on a day (R9). A later decision holds from its own day on and leaves the days before it as
 * earlier decisions made them.
 */
export function institutionStateOn(institution: Institution, day: Day): InstitutionState {
  return institution.admissions.findLast((admission) => admission.from <= day)?.state ?? 'applied';
}

export const isAdmittedOn = (institution: Institution | null, day: Day): boolean =>
  institution !== null && institutionStateOn(institution, day) === 'admitted';

/** What decisions lead to: the state of a day is that of the decision that holds on it. */
export const admissionMoves: Moves<InstitutionState, InstitutionState> = {
  applied: { from: [], to: 'applied' },
  admitted: { from: ['applied', 'suspended', 'withdrawn'], to: 'admitted' },
  suspended: { from: ['admitted'], to: 'suspended' },
  withdrawn: { from: ['admitted', 'suspended'], to: 'withdrawn' },
};

/** Admits, suspends or withdraws an institution from a day that may be past or ahead (R9). Refusal: `state-conflict`. */
export function decideAdmission(institution: Institution, admission: Admission): Decision<InstitutionEvent> {
  // Moves follow the order of decisions, not of days: a suspension announced for next month is already decided.
  const current = institution.admissions.at(-1)?.state ?? 'applied';
  return (
    refusalOfMove(admissionMoves, current, admission.state) ??
    accepted({ type: 'admission-decided', data: { ...admission } })
  );
}

/** The institution after an event; the first event makes it. */
export function evolveInstitution(state: Institution | null, event: InstitutionEvent): Institution {
  if (event.type === 'institution-applied') return { ...event.data, admissions: [], breaker: null };
  if (!state) throw new Error(`${event.type} before institution-applied`);
  if (event.type === 'admission-decided') {
    const { state: to, from, reason } = event.data;
    return { ...state, admissions: [...state.admissions, { state: to, from, reason }] };
  }
  const { on, compensatedFen, disbursedFen } = event.data;
  const isOpen = event.type === 'breaker-opened';
  const reason = isOpen ? null : event.data.reason;
  return { ...state, breaker: { state: isOpen ? 'open' : 'released', on, compensatedFen, disbursedFen, reason } };
}
