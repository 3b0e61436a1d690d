import type { DomainEvent } from './event.ts';
import { type Moves, moved } from './graph.ts';
import type { AgendaItem, CastVote, ItemResolution, Meeting, MeetingPlan, MeetingState, Subject } from './meeting.ts';
import type { Fen } from './money.ts';

/** A new item: its figure is as claimed. */
export interface NewItem extends Subject {
  readonly itemId: string;
}

/** Votes that a change of the agenda made void. */
export interface VoidedVotes {
  readonly itemId: string;
  readonly units: readonly string[];
}

export interface MeetingConvened extends DomainEvent {
  readonly type: 'meeting-convened';
  readonly data: MeetingPlan & { readonly year: number; readonly number: number; readonly items: readonly NewItem[] };
}

export interface AgendaChanged extends DomainEvent {
  readonly type: 'agenda-changed';
  readonly data: {
    readonly added: readonly NewItem[];
    readonly removed: readonly string[];
    readonly figures: readonly {
      readonly itemId: string;
      readonly proposedAssessedFen: Fen;
      readonly reason: string;
    }[];
    readonly votesVoided: readonly VoidedVotes[];
  };
}

export interface VoteCast extends DomainEvent {
  readonly type: 'vote-cast';
  readonly data: Omit<CastVote, 'sequence'> & {
    readonly itemId: string;
    readonly unit: string;
    readonly opinion: string | null;
  };
}

export interface MeetingResolved extends DomainEvent {
  readonly type: 'meeting-resolved';
  readonly data: {
    readonly resolvedAt: string;
    readonly policy: string;
    readonly units: readonly string[];
    readonly items: readonly (ItemResolution & {
      readonly reason: string | null;
      readonly note: string | null;
    })[];
  };
}

export type MeetingCancelled = DomainEvent<'meeting-cancelled', { readonly reason: string | null }>;

/** An item that could not be carried out is tried again, or let pass as deferred, by an official. */
export interface ItemReleased extends DomainEvent {
  readonly type: 'meeting-item-retried' | 'meeting-item-skipped';
  readonly data: { readonly itemId: string; readonly failures: number; readonly reason: string };
}

export type MeetingEvent =
  | MeetingConvened
  | AgendaChanged
  | VoteCast
  | MeetingResolved
  | MeetingCancelled
  | ItemReleased;

export const meetingMoves: Moves<MeetingState, MeetingEvent['type']> = {
  'meeting-convened': { from: [], to: 'open' },
  'agenda-changed': { from: ['open'], to: null },
  'vote-cast': { from: ['open'], to: null },
  'meeting-resolved': { from: ['open'], to: 'resolved' },
  'meeting-cancelled': { from: ['open'], to: 'cancelled' },
  'meeting-item-retried': { from: ['resolved'], to: null },
  'meeting-item-skipped': { from: ['resolved'], to: null },
};

/** The meeting after an event; the first event makes it. */
export function evolveMeeting(before: Meeting | null, event: MeetingEvent): Meeting {
  if (event.type === 'meeting-convened') return convened(event.data);
  const after = moved(meetingMoves, before, event.type);
  const sequence = after.sequence + 1;
  const state = { ...after, sequence };
  switch (event.type) {
    case 'agenda-changed':
      return withAgenda(state, event.data);
    case 'vote-cast': {
      const { itemId, unit, vote, assessedFen } = event.data;
      const cast = { vote, assessedFen, sequence };
      const items = state.items.map((item) =>
        item.itemId === itemId ? { ...item, votes: { ...item.votes, [unit]: cast } } : item,
      );
      return { ...state, items, votesEver: state.votesEver + 1 };
    }
    case 'meeting-resolved': {
      const { policy, resolvedAt } = event.data;
      const items = state.items.map((item) => ({ ...item, resolution: resolutionOf(event.data, item) }));
      return { ...state, items, policy, resolvedAt, resolutionSequence: sequence };
    }
    case 'meeting-item-retried':
    case 'meeting-item-skipped':
      return state;
    case 'meeting-cancelled':
      return { ...state, reason: event.data.reason };
  }
}

function convened({ items, ...plan }: MeetingConvened['data']): Meeting {
  return {
    ...plan,
    state: 'open',
    items: items.map(asProposed),
    itemsEver: items.length,
    votesEver: 0,
    sequence: 1,
    policy: null,
    resolvedAt: null,
    resolutionSequence: null,
    reason: null,
  };
}

const asProposed = (item: NewItem): AgendaItem => ({
  ...item,
  proposedAssessedFen: item.claimedFen,
  figureSequence: null,
  votes: {},
  resolution: null,
});

function withAgenda(state: Meeting, change: AgendaChanged['data']): Meeting {
  const kept = state.items.filter(({ itemId }) => !change.removed.includes(itemId));
  const figured = kept.map((item) => {
    const figure = change.figures.find(({ itemId }) => itemId === item.itemId);
    if (!figure) return item;
    return { ...item, proposedAssessedFen: figure.proposedAssessedFen, figureSequence: state.sequence, votes: {} };
  });
  return {
    ...state,
    items: [...figured, ...change.added.map(asProposed)],
    itemsEver: state.itemsEver + change.added.length,
  };
}

function resolutionOf({ items }: MeetingResolved['data'], { itemId }: AgendaItem): AgendaItem['resolution'] {
  const found = items.find((item) => item.itemId === itemId);
  return found ? { outcome: found.outcome, assessedFen: found.assessedFen, tally: found.tally } : null;
}
