import type { Meeting } from '../../domain/meeting.ts';
import type { PolicyVersion } from '../../domain/policy.ts';
import { policyNamed, policyOn } from '../../domain/policy.ts';
import { type CarryingItem, carryingIn, carryingKey, meetingLayout } from '../../store/meetings.ts';
import { bookIn, policyBookKey } from '../../store/policy-book.ts';
import { type Items, readItems } from '../../store/read.ts';
import { keyOfResource, type Stored, storedIn } from '../../store/resource.ts';
import type { TrailEvent } from '../../store/trail.ts';
import { readEventsAt } from '../../store/trail-search.ts';
import type { Names } from '../events/names.ts';
import { readNames } from '../persons/read-names.ts';
import type { Services } from '../services.ts';
import { type MaterialReader, readMaterial } from './read-material.ts';

/** A meeting with all that belongs to it. */
export interface MeetingReading {
  readonly stored: Stored<Meeting>;
  /** The version in force on its day; once resolved, the one that decided. */
  readonly policy: PolicyVersion | null;
  readonly carrying: CarryingItem | null;
  /** The events that hold opinions, reasons and the resolution, by their places. */
  readonly events: ReadonlyMap<number, TrailEvent>;
  /** Claims, loans and inclusions of its items. */
  readonly material: Items;
  readonly reader: MaterialReader;
  /** What those who cast the votes were called. */
  readonly names: Names;
}

/** A meeting with texts and material, or null where it is not there. */
export async function readMeeting(
  services: Services,
  meetingId: string,
  reader: MaterialReader,
): Promise<MeetingReading | null> {
  const { database } = services;
  const items = await readItems(database, [
    keyOfResource(meetingLayout, meetingId),
    carryingKey(meetingId),
    policyBookKey,
  ]);
  const stored = storedIn(items, meetingLayout, meetingId);
  if (!stored) return null;
  const { state } = stored;
  const book = bookIn(items);
  const policy = state.policy === null ? policyOn(book, state.convenesOn) : policyNamed(book, state.policy);
  const carrying = carryingIn(items, meetingId);
  const events = await readEventsAt(database, 'meetings', meetingId, placesOf(state));
  const material = await readMaterial(services, state, reader.today);
  const names = await readNames(services, [...events.values()], reader.caller);
  return { stored, policy, carrying, events, material, reader, names };
}

/** Whether it is there; every meeting is open to whoever may read meetings. */
export async function isMeeting({ database }: Services, meetingId: string): Promise<boolean> {
  const items = await readItems(database, [keyOfResource(meetingLayout, meetingId)]);
  return storedIn(items, meetingLayout, meetingId) !== null;
}

const placesOf = ({ items, resolutionSequence }: Meeting): readonly number[] => [
  ...(resolutionSequence === null ? [] : [resolutionSequence]),
  ...items.flatMap(({ figureSequence, votes }) => [
    ...(figureSequence === null ? [] : [figureSequence]),
    ...Object.values(votes).map(({ sequence }) => sequence),
  ]),
];
