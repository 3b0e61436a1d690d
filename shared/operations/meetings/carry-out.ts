import { itemIsHeld } from '../../domain/alarm.ts';
import { dayAt } from '../../domain/calendar.ts';
import type { Actor } from '../../domain/event.ts';
import type { Meeting } from '../../domain/meeting.ts';
import type { MeetingResolved } from '../../domain/meeting-event.ts';
import { type Doorbell, ring } from '../../store/doorbell.ts';
import {
  type CarryingItem,
  carryingIn,
  carryingKey,
  carryingWrite,
  type HeldItem,
  itemFailuresMax,
  meetingLayout,
} from '../../store/meetings.ts';
import { jobDoneWrite, jobWrite } from '../../store/outbox.ts';
import { readItems } from '../../store/read.ts';
import { carriedOutWrite } from '../../store/resolved-meetings.ts';
import { keyOfResource, storedIn } from '../../store/resource.ts';
import { RefusedAgainAndAgain, Unavailable } from '../../store/retry.ts';
import { readEventsAt } from '../../store/trail-search.ts';
import { commit, type Write } from '../../store/transaction.ts';
import { ringAll, secondRingAt } from '../command.ts';
import type { Services } from '../services.ts';
import { settlementJob } from '../settlement/settlement-job.ts';
import { type Attempt, untilCommitted } from '../until-committed.ts';
import { carryOutItem } from './carry-out-item.ts';
import { type CarryOutMessage, carryOutJob } from './carry-out-job.ts';

export interface CarryOutTurn {
  readonly at: string;
  readonly hasTime: () => boolean;
}

/**
 * Carries a resolution out, item by item in the order of the agenda (R22): each in one transaction with the progress
 * that it makes, the last with the job's end. Whatever is delivered twice, late or half done goes on from the progress. An
 * item that fails five times is held, and the others go on without it (decisions/0043).
 *
 * @throws Error when an item failed, so that the message comes again, and Unavailable when the store was too busy.
 */
export async function carryOutMeeting(services: Services, { message }: Doorbell, turn: CarryOutTurn): Promise<void> {
  const { meetingId } = message as CarryOutMessage;
  const resolution = await readResolution(services, meetingId);
  // Every pass carries an item out, finds it gone, or holds it.
  for (let passes = 0; passes <= 2 * resolution.meeting.items.length; passes += 1) {
    const inHand = inHandOf(resolution.meeting, await readCarrying(services, meetingId));
    if (!inHand) return;
    if (!turn.hasTime()) return ring(services.queues, carryOutJob(meetingId));
    try {
      await untilCommitted(`item ${inHand.itemId} of meeting ${meetingId}`, () =>
        carryOut(services, resolution, inHand, turn.at),
      );
    } catch (error) {
      if (error instanceof Unavailable && !(error instanceof RefusedAgainAndAgain)) throw error;
      await noteFailure(services, resolution, inHand, error);
    }
  }
}

/** A closed meeting, and what its resolution says in full. */
export interface Resolution {
  readonly meeting: Meeting;
  readonly data: MeetingResolved['data'];
}

/** The item whose turn it is: the next of the agenda, or one that an official tries again; null if none is left. */
function inHandOf({ items }: Pick<Meeting, 'items'>, carrying: CarryingItem): HeldItem | null {
  const { done, failures } = carrying;
  const next = items[done];
  if (!next) return carrying.retrying[0] ?? null;
  return { itemId: next.itemId, index: done, since: '', failures, error: '' };
}

/** Progress when an item has had its turn. */
const passed = (read: CarryingItem, { itemId, index }: HeldItem): CarryingItem =>
  index === read.done
    ? { ...read, done: read.done + 1, failures: 0 }
    : { ...read, retrying: read.retrying.filter((item) => item.itemId !== itemId) };

/** One attempt at an item; done already if another worker was first. */
async function carryOut(
  services: Services,
  resolution: Resolution,
  inHand: HeldItem,
  at: string,
): Promise<Attempt<null>> {
  const { meeting, data } = resolution;
  const { meetingId, items } = meeting;
  const { itemId, index } = inHand;
  const read = await readCarrying(services, meetingId);
  if (inHandOf(meeting, read)?.itemId !== itemId) return { done: null };
  const item = items[index];
  const ruling = data.items.find((each) => each.itemId === itemId);
  if (!item || !ruling) throw new Error(`meeting ${meetingId} has no resolution of its item ${index}`);
  const order = { meetingId, resolvedAt: data.resolvedAt, index, today: dayAt(at) };
  const change = await carryOutItem(services, item, ruling, order, { at, actor: conferenceWorker(meetingId) });
  const after = passed(read, inHand);
  const next = { ...after, skipped: change ? read.skipped : [...read.skipped, itemId] };
  const jobs = [...(change?.jobs ?? []), ...lastJobs(resolution, next)];
  const outcome = await commit(services.database, [
    ...(change?.writes ?? []),
    ...jobs.map((job) => jobWrite(job, secondRingAt(at))),
    carryingWrite(meetingId, read, next),
    ...endingWrites(resolution, next),
  ]);
  if (outcome !== 'committed') return { outcome };
  await ringAll(services, jobs);
  return { done: null };
}

/** Counts the failure of an item at its place; after the last it is held, and a person is called. */
async function noteFailure(
  services: Services,
  resolution: Resolution,
  inHand: HeldItem,
  error: unknown,
): Promise<void> {
  const { meetingId } = resolution.meeting;
  const at = services.now();
  const failures = inHand.failures + 1;
  const facts = { meetingId, itemId: inHand.itemId, failures, error: String(error) };
  const isHeld = failures >= itemFailuresMax;
  services.log.error(isHeld ? itemIsHeld : 'an item of a resolution was not carried out', facts);
  const read = await readCarrying(services, meetingId);
  if (inHandOf(resolution.meeting, read)?.itemId !== inHand.itemId) return;
  const held = { ...inHand, since: at, failures, error: String(error).slice(0, 500).toWellFormed() };
  const next = isHeld ? { ...passed(read, inHand), held: [...read.held, held] } : { ...read, failures };
  const jobs = isHeld ? lastJobs(resolution, next) : [];
  await commit(services.database, [
    ...jobs.map((job) => jobWrite(job, secondRingAt(at))),
    carryingWrite(meetingId, read, next),
    ...(isHeld ? endingWrites(resolution, next) : []),
  ]);
  if (!isHeld) throw error;
  await ringAll(services, jobs);
}

const isLast = ({ meeting }: Resolution, next: CarryingItem): boolean => inHandOf(meeting, next) === null;

/** The claims of meetings that were resolved later wait until the last of this one has had its turn. */
const lastJobs = (resolution: Resolution, next: CarryingItem) =>
  isLast(resolution, next) ? [settlementJob(resolution.meeting.meetingId)] : [];

const endingWrites = (resolution: Resolution, next: CarryingItem): readonly Write[] => {
  const { meetingId } = resolution.meeting;
  if (!isLast(resolution, next)) return [];
  return [jobDoneWrite(carryOutJob(meetingId).jobId, false), carriedOutWrite(resolution.data.resolvedAt, meetingId)];
};

const conferenceWorker = (meetingId: string): Actor => ({
  sub: 'worker:conference',
  org: 'system',
  role: 'worker',
  causedBy: meetingId,
});

async function readResolution({ database }: Services, meetingId: string): Promise<Resolution> {
  const items = await readItems(database, [keyOfResource(meetingLayout, meetingId)]);
  const meeting = storedIn(items, meetingLayout, meetingId)?.state;
  const sequence = meeting?.resolutionSequence ?? null;
  const events = sequence === null ? null : await readEventsAt(database, 'meetings', meetingId, [sequence]);
  const event = sequence === null ? undefined : events?.get(sequence);
  if (!meeting || !event) throw new Error(`meeting ${meetingId} is to be carried out and has no resolution`);
  return { meeting, data: event.data as MeetingResolved['data'] };
}

async function readCarrying({ database }: Services, meetingId: string): Promise<CarryingItem> {
  const found = carryingIn(await readItems(database, [carryingKey(meetingId)]), meetingId);
  if (!found) throw new Error(`meeting ${meetingId} is resolved and has no progress`);
  return found;
}
