import type { Day } from './calendar.ts';
import type { CreditCode } from './credit-code.ts';
import type { DomainEvent } from './event.ts';
import { type Moves, moved } from './graph.ts';

export const inclusionStates = [
  'submitted',
  'on-agenda',
  'approved',
  'rejected',
  'deferred',
  'withdrawn',
  'ended',
  'revoked',
] as const;
export type InclusionState = (typeof inclusionStates)[number];

/** A paper that supports the request. */
export interface InclusionEvidence {
  readonly kind: string;
  /** Where it lies in the archive of who submitted it. */
  readonly reference: string | null;
  readonly documentId: string | null;
  readonly datedOn: Day | null;
}

/** What is asked for, and by whom. */
export interface InclusionRequest {
  readonly inclusionId: string;
  readonly creditCode: CreditCode;
  /** By this name an approved one becomes known, where the list knows none. */
  readonly name: string;
  /** Why its innovation needs it (确因创新发展需要), and why it has no other way to money (缺乏融资渠道). */
  readonly innovationNeed: string;
  readonly financingLack: string;
  readonly evidence: readonly InclusionEvidence[];
  /** The last day on the list; null is open-ended. */
  readonly validUntil: Day | null;
  readonly submittedBy: { readonly sub: string; readonly org: string; readonly role: string };
  readonly submittedOn: Day;
}

/** A request to be on the list all the same (特别纳入), decided by the joint conference (R5, R22). */
export interface Inclusion extends InclusionRequest {
  readonly state: InclusionState;
  /** The meeting on whose agenda it is, or that decided it. */
  readonly meetingId: string | null;
  readonly itemId: string | null;
  /** The first day on the list: the day on which the resolution was carried out. */
  readonly includedFrom: Day | null;
  /** Of the last return, refusal, deferral, withdrawal or revocation, where one was given. */
  readonly reason: string | null;
}

export interface InclusionSubmitted extends DomainEvent {
  readonly type: 'inclusion-submitted';
  readonly data: { readonly [Field in keyof InclusionRequest]: InclusionRequest[Field] };
}

export interface InclusionPutOnAgenda extends DomainEvent {
  readonly type: 'inclusion-put-on-agenda';
  readonly data: { readonly meetingId: string; readonly itemId: string };
}

export type InclusionTakenOffAgenda = DomainEvent<'inclusion-taken-off-agenda', { readonly reason: string | null }>;

export interface InclusionApproved extends DomainEvent {
  readonly type: 'inclusion-approved';
  readonly data: { readonly meetingId: string; readonly resolvedAt: string; readonly includedFrom: Day };
}

export interface InclusionTurnedDown extends DomainEvent {
  readonly type: 'inclusion-rejected' | 'inclusion-deferred';
  readonly data: { readonly meetingId: string; readonly resolvedAt: string; readonly reason: string | null };
}

export type InclusionWithdrawn = DomainEvent<'inclusion-withdrawn', { readonly reason: string | null }>;

/** `from` is the first day off the list. */
export type InclusionRevoked = DomainEvent<'inclusion-revoked', { readonly from: Day; readonly reason: string }>;

/** The first day off the list. */
export type InclusionEnded = DomainEvent<'inclusion-ended', { readonly on: Day }>;

export type InclusionEvent =
  | InclusionSubmitted
  | InclusionPutOnAgenda
  | InclusionTakenOffAgenda
  | InclusionApproved
  | InclusionTurnedDown
  | InclusionWithdrawn
  | InclusionRevoked
  | InclusionEnded;

export const inclusionMoves: Moves<InclusionState, InclusionEvent['type']> = {
  'inclusion-submitted': { from: [], to: 'submitted' },
  'inclusion-put-on-agenda': { from: ['submitted', 'deferred'], to: 'on-agenda' },
  'inclusion-taken-off-agenda': { from: ['on-agenda'], to: 'submitted' },
  'inclusion-approved': { from: ['on-agenda'], to: 'approved' },
  'inclusion-rejected': { from: ['on-agenda'], to: 'rejected' },
  'inclusion-deferred': { from: ['on-agenda'], to: 'deferred' },
  'inclusion-withdrawn': { from: ['submitted'], to: 'withdrawn' },
  'inclusion-revoked': { from: ['approved'], to: 'revoked' },
  'inclusion-ended': { from: ['approved'], to: 'ended' },
};

const openStates: readonly InclusionState[] = ['submitted', 'on-agenda', 'deferred'];

/** Waits for the conference: an enterprise has at most one such request. */
export const isOpenInclusion = ({ state }: Pick<Inclusion, 'state'>): boolean => openStates.includes(state);

/** The inclusion after an event; the first event makes it. */
export function evolveInclusion(before: Inclusion | null, event: InclusionEvent): Inclusion {
  if (event.type === 'inclusion-submitted') {
    return { ...event.data, state: 'submitted', meetingId: null, itemId: null, includedFrom: null, reason: null };
  }
  const state = moved(inclusionMoves, before, event.type);
  switch (event.type) {
    case 'inclusion-put-on-agenda':
      return { ...state, meetingId: event.data.meetingId, itemId: event.data.itemId, reason: null };
    case 'inclusion-taken-off-agenda':
      return { ...state, meetingId: null, itemId: null, reason: event.data.reason };
    case 'inclusion-approved':
      return { ...state, includedFrom: event.data.includedFrom };
    case 'inclusion-rejected':
    case 'inclusion-deferred':
    case 'inclusion-withdrawn':
    case 'inclusion-revoked':
      return { ...state, reason: event.data.reason };
    case 'inclusion-ended':
      return state;
  }
}
