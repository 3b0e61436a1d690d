import type { Meeting } from '../domain/meeting.ts';
import { evolveMeeting, type MeetingEvent } from '../domain/meeting-event.ts';
import type { ItemKey } from './database.ts';
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
  /** How many items of the agenda are done, in its order. */
  readonly done: number;
  /** Those of them that were found gone, such as a claim that was withdrawn. */
  readonly skipped: readonly string[];
}

export const carryingKey = (meetingId: string): ItemKey => ({
  table: 'meetings',
  key: { pk: meetingId, sk: 'carrying' },
});

/** Writes progress over the one that is an item behind, so that no item is ever carried out twice; over none for the first. */
export const carryingWrite = (meetingId: string, { done, skipped }: CarryingItem): Write => ({
  kind: 'put',
  table: 'meetings',
  item: { ...carryingKey(meetingId).key, done, skipped },
  condition: done === 0 ? absent() : behind(done),
});

const behind = (done: number): Condition => ({
  expression: '#done = :before',
  names: { '#done': 'done' },
  values: { ':before': done - 1 },
});
