import type { AgendaItem } from '../../domain/meeting.ts';
import type { AgendaChanged, MeetingResolved, VoteCast } from '../../domain/meeting-event.ts';
import { tallyOf } from '../../domain/vote-count.ts';
import type { TrailEvent } from '../../store/trail.ts';
import { seesAll } from '../caller.ts';
import { seesPersons } from '../events/actor-view.ts';
import type { MeetingReading } from './read.ts';
import { itemView, meetingView } from './view.ts';

/** A meeting with votes and outcome of every item. */
export function meetingFacts(reading: MeetingReading) {
  const { stored, policy, carrying, events } = reading;
  const { items, resolutionSequence } = stored.state;
  const resolution = resolutionSequence === null ? undefined : events.get(resolutionSequence);
  const rules = policy?.parameters;
  return {
    ...meetingView(stored),
    units: rules?.conferenceUnits ?? [],
    quorumUnits: rules?.quorumUnits ?? 0,
    minVotingUnits: rules?.minVotingUnits ?? 0,
    resolutionHash: resolution?.hash ?? null,
    itemsCarriedOut: carrying ? carrying.done - carrying.held.length - carrying.retrying.length : 0,
    items: items.map((item, index) => itemRecord(reading, item, index)),
  };
}

function itemRecord(reading: MeetingReading, item: AgendaItem, index: number) {
  const { stored, policy, events } = reading;
  const { resolutionSequence } = stored.state;
  const resolved = resolutionSequence === null ? null : events.get(resolutionSequence)?.data;
  const ruling = (resolved as MeetingResolved['data'] | null)?.items.find(({ itemId }) => itemId === item.itemId);
  return {
    ...itemView(item),
    figureReason: figureReasonOf(reading, item),
    votes: votesOf(reading, item),
    tally: item.resolution?.tally ?? tallyOf(item, policy?.parameters.conferenceUnits ?? []),
    reason: ruling?.reason ?? null,
    note: ruling?.note ?? null,
    ...carriedOutOf(reading, item, index),
  } as const;
}

/** Whether an item is carried out, and why not if it is held. */
function carriedOutOf({ carrying, reader }: MeetingReading, { itemId }: AgendaItem, index: number) {
  const isThis = (item: { readonly itemId: string }): boolean => item.itemId === itemId;
  const found = carrying?.held.find(isThis);
  if (found) {
    const { since, failures, error } = found;
    return { carriedOut: 'held', held: { since, failures, error: seesAll(reader.caller) ? error : null } } as const;
  }
  if (carrying?.skipped.includes(itemId)) return { carriedOut: 'skipped', held: null } as const;
  const isDone = carrying !== null && index < carrying.done && !carrying.retrying.some(isThis);
  return { carriedOut: isDone ? 'done' : 'waiting', held: null } as const;
}

function figureReasonOf({ events }: MeetingReading, { itemId, figureSequence }: AgendaItem): string | null {
  const event = figureSequence === null ? undefined : events.get(figureSequence);
  const figures = (event?.data as AgendaChanged['data'] | undefined)?.figures ?? [];
  return figures.find((figure) => figure.itemId === itemId)?.reason ?? null;
}

/** The votes as they stand, in the order in which they were cast. */
function votesOf({ events, names, reader: { caller } }: MeetingReading, { itemId, votes }: AgendaItem) {
  const nameOf = ({ actor, at }: TrailEvent) => (seesPersons(caller, actor) ? names.of(actor, at) : null);
  return Object.entries(votes)
    .sort(([, a], [, b]) => a.sequence - b.sequence)
    .map(([unit, { vote, assessedFen, sequence }]) => {
      const event = events.get(sequence);
      if (!event) throw new Error(`the vote of ${unit} on ${itemId} has no event ${sequence}`);
      const { opinion } = event.data as VoteCast['data'];
      return { unit, vote, assessedFen, opinion, by: nameOf(event), at: event.at };
    });
}
