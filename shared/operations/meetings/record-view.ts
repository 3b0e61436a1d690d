import type { AgendaItem } from '../../domain/meeting.ts';
import type { AgendaChanged, MeetingResolved, VoteCast } from '../../domain/meeting-event.ts';
import { tallyOf } from '../../domain/vote-count.ts';
import type { TrailEvent } from '../../store/trail.ts';
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
    itemsCarriedOut: carrying?.done ?? 0,
    items: items.map((item, index) => itemRecord(reading, item, index)),
  };
}

function itemRecord(reading: MeetingReading, item: AgendaItem, index: number) {
  const { stored, policy, carrying, events } = reading;
  const { resolutionSequence } = stored.state;
  const resolved = resolutionSequence === null ? null : events.get(resolutionSequence)?.data;
  const ruling = (resolved as MeetingResolved['data'] | null)?.items.find(({ itemId }) => itemId === item.itemId);
  const isDone = index < (carrying?.done ?? 0);
  return {
    ...itemView(item),
    figureReason: figureReasonOf(reading, item),
    votes: votesOf(reading, item),
    tally: item.resolution?.tally ?? tallyOf(item, policy?.parameters.conferenceUnits ?? []),
    reason: ruling?.reason ?? null,
    note: ruling?.note ?? null,
    carriedOut: carrying?.skipped.includes(item.itemId) ? 'skipped' : isDone ? 'done' : 'waiting',
  } as const;
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
