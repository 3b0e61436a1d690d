import type { Day } from './calendar.ts';
import type { CreditCode } from './credit-code.ts';
import type { DomainEvent } from './event.ts';

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

export interface InclusionTakenOffAgenda extends DomainEvent {
  readonly type: 'inclusion-taken-off-agenda';
  readonly data: { readonly reason: string | null };
}

export interface InclusionApproved extends DomainEvent {
  readonly type: 'inclusion-approved';
  readonly data: { readonly meetingId: string; readonly resolvedAt: string; readonly includedFrom: Day };
}

export interface InclusionTurnedDown extends DomainEvent {
  readonly type: 'inclusion-rejected' | 'inclusion-deferred';
  readonly data: { readonly meetingId: string; readonly resolvedAt: string; readonly reason: string | null };
}

export interface InclusionWithdrawn extends DomainEvent {
  readonly type: 'inclusion-withdrawn';
  readonly data: { readonly reason: string | null };
}

export interface InclusionRevoked extends DomainEvent {
  readonly type: 'inclusion-revoked';
  /** `from` is the first day off the list. */
  readonly data: { readonly from: Day; readonly reason: string };
}

export interface InclusionEnded extends DomainEvent {
  readonly type: 'inclusion-ended';
  /** The first day off the list. */
  readonly data: { readonly on: Day };
}

export type InclusionEvent =
  | InclusionSubmitted
  | InclusionPutOnAgenda
  | InclusionTakenOffAgenda
  | InclusionApproved
  | InclusionTurnedDown
  | InclusionWithdrawn
  | InclusionRevoked
  | InclusionEnded;

const openStates: readonly InclusionState[] = ['submitted', 'on-agenda', 'deferred'];

/** Waits for the conference: an enterprise has at most one such request. */
export const isOpenInclusion = ({ state }: Pick<Inclusion, 'state'>): boolean => openStates.includes(state);

/** The inclusion after an event; the first event makes it. */
export function evolveInclusion(state: Inclusion | null, event: InclusionEvent): Inclusion {
  if (event.type === 'inclusion-submitted') {
    return { ...event.data, state: 'submitted', meetingId: null, itemId: null, includedFrom: null, reason: null };
  }
  if (!state) throw new Error(`${event.type} before inclusion-submitted`);
  switch (event.type) {
    case 'inclusion-put-on-agenda': {
      const { meetingId, itemId } = event.data;
      return { ...state, state: 'on-agenda', meetingId, itemId, reason: null };
    }
    case 'inclusion-taken-off-agenda':
      return { ...state, state: 'submitted', meetingId: null, itemId: null, reason: event.data.reason };
    case 'inclusion-approved':
      return { ...state, state: 'approved', includedFrom: event.data.includedFrom };
    case 'inclusion-rejected':
      return { ...state, state: 'rejected', reason: event.data.reason };
    case 'inclusion-deferred':
      return { ...state, state: 'deferred', reason: event.data.reason };
    case 'inclusion-withdrawn':
      return { ...state, state: 'withdrawn', reason: event.data.reason };
    case 'inclusion-revoked':
      return { ...state, state: 'revoked', reason: event.data.reason };
    case 'inclusion-ended':
      return { ...state, state: 'ended' };
  }
}
