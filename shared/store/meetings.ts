import type { Meeting } from '../domain/meeting.ts';
import { evolveMeeting, type MeetingEvent } from '../domain/meeting-event.ts';
import type { ItemKey } from './database.ts';
import type { Items } from './read.ts';
import type { ResourceLayout } from './resource.ts';
import { absent, type Condition, unchangedSince, type Write } from './transaction.ts';

/**
 * A meeting with its agenda and the votes as they stand, in one item: 40 items and seven units are about 30 kB. What
 * units and office write (opinions, reasons, notes: 560 kB and more) lies in the events alone, which the item names by
 * their places.
 */
export const meetingLayout: ResourceLayout<Meeting, MeetingEvent> = {
  kind: 'meetings',
  table: 'meetings',
  key: (meetingId) => ({ pk: meetingId, sk: 'head' }),
  evolve: evolveMeeting,
  indexed: () => ({ roster: 'meetings' }),
};

/** The numbers of a year that meetings have taken. */
export interface NumbersItem {
  readonly version: number;
  readonly taken: readonly number[];
}

export const numbersKey = (year: number): ItemKey => ({
  table: 'meetings',
  key: { pk: `numbers#${year}`, sk: 'numbers' },
});

/** Takes a number of a year, unless another meeting took one since they were read. */
export const numberWrite = (year: number, number: number, read: NumbersItem | undefined): Write => ({
  kind: 'put',
  table: 'meetings',
  item: { ...numbersKey(year).key, version: (read?.version ?? 0) + 1, taken: [...(read?.taken ?? []), number] },
  condition: read ? unchangedSince(read.version) : absent(),
});

/** How far a resolution has been carried out; beside the meeting, which is closed and changes no more. */
export interface CarryingItem {
  /** How many items of the agenda have had their turn, in its order: carried out, found gone, or held. */
  readonly done: number;
  /** Those of them that were found gone, such as a claim that was withdrawn, or that an official let pass. */
  readonly skipped: readonly string[];
  /** How often the item in hand has failed. */
  readonly failures: number;
  /** Items that failed too often: the others go on without them. */
  readonly held: readonly HeldItem[];
  /** Items that were held, and which an official has tried again. */
  readonly retrying: readonly HeldItem[];
  /** Counts what was written of it, so that nobody writes over another's progress. */
  readonly revision: number;
}

/** An item of a resolution that could not be carried out. */
export interface HeldItem {
  readonly itemId: string;
  /** Its place on the agenda, from 0. */
  readonly index: number;
  /** The instant of the last failure. */
  readonly since: string;
  readonly failures: number;
  /** What the last failure said; for officials and auditors. */
  readonly error: string;
}

/** After so many failures an item is left to a person, as a claim of the line is (R26). */
export const itemFailuresMax = 5;

export const carryingKey = (meetingId: string): ItemKey => ({
  table: 'meetings',
  key: { pk: meetingId, sk: 'carrying' },
});

/** Progress among items that were read; null before the resolution. Items of an earlier release know of no failures. */
export function carryingIn(items: Items, meetingId: string): CarryingItem | null {
  const found = items.get<Partial<CarryingItem> & Pick<CarryingItem, 'done' | 'skipped'>>(carryingKey(meetingId));
  return found ? { failures: 0, held: [], retrying: [], revision: 0, ...found } : null;
}

/** Progress of a resolution of which nothing is carried out yet. */
export const newCarryingWrite = (meetingId: string): Write => ({
  kind: 'put',
  table: 'meetings',
  item: {
    ...carryingKey(meetingId).key,
    ...{ done: 0, skipped: [], failures: 0, held: [], retrying: [], revision: 1 },
  },
  condition: absent(),
});

/** Writes progress over what was read of it, so that no item is ever carried out twice. */
export const carryingWrite = (meetingId: string, read: CarryingItem, next: Partial<CarryingItem>): Write => {
  const { done, skipped, failures, held, retrying } = { ...read, ...next };
  const revision = read.revision + 1;
  return {
    kind: 'put',
    table: 'meetings',
    item: { ...carryingKey(meetingId).key, done, skipped, failures, held, retrying, revision },
    condition: isAsRead(read),
  };
};

const isAsRead = ({ done, revision }: CarryingItem): Condition =>
  revision === 0
    ? {
        expression: 'attribute_not_exists(#revision) AND #done = :done',
        names: { '#revision': 'revision', '#done': 'done' },
        values: { ':done': done },
      }
    : { expression: '#revision = :revision', names: { '#revision': 'revision' }, values: { ':revision': revision } };
