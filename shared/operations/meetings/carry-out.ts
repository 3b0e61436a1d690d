import { dayAt } from '../../domain/calendar.ts';
import type { Actor } from '../../domain/event.ts';
import type { Meeting } from '../../domain/meeting.ts';
import type { MeetingResolved } from '../../domain/meeting-event.ts';
import { type Doorbell, ring } from '../../store/doorbell.ts';
import { type CarryingItem, carryingKey, carryingWrite, meetingLayout } from '../../store/meetings.ts';
import { jobDoneWrite, jobWrite } from '../../store/outbox.ts';
import { readItems } from '../../store/read.ts';
import { carriedOutWrite } from '../../store/resolved-meetings.ts';
import { keyOfResource, storedIn } from '../../store/resource.ts';
import { attemptsMax, Unavailable, waitBeforeRetry } from '../../store/retry.ts';
import { readEventsAt } from '../../store/trail-search.ts';
import { commit } from '../../store/transaction.ts';
import { ringAll, secondRingAt } from '../command.ts';
import type { Services } from '../services.ts';
import { settlementJob } from '../settlement/settlement-job.ts';
import { carryOutItem } from './carry-out-item.ts';
import { type CarryOutMessage, carryOutJob } from './carry-out-job.ts';

export interface CarryOutTurn {
  readonly at: string;
  readonly hasTime: () => boolean;
}

/**
 * Carries a resolution out, item by item in the order of the agenda (R22): each in one transaction with the progress
 * that it makes, the last with the job's end. Whatever is delivered twice, late or half done goes on from the progress.
 *
 * @throws Unavailable when the store did not take an item in time.
 */
export async function carryOutMeeting(services: Services, { message }: Doorbell, turn: CarryOutTurn): Promise<void> {
  const { meetingId } = message as CarryOutMessage;
  const resolution = await readResolution(services, meetingId);
  for (let attempt = 1; attempt <= attemptsMax; attempt += 1) {
    const carrying = await readCarrying(services, meetingId);
    if (carrying.done >= resolution.meeting.items.length) return;
    if (!turn.hasTime()) return ring(services.queues, carryOutJob(meetingId));
    if (await carryOutNext(services, resolution, carrying, turn.at)) attempt = 0;
    else await waitBeforeRetry(attempt);
  }
  throw new Unavailable(`meeting ${meetingId} was not carried out further in ${attemptsMax} attempts`);
}

/** A closed meeting, and what its resolution says in full. */
export interface Resolution {
  readonly meeting: Meeting;
  readonly data: MeetingResolved['data'];
}

/** One item; false where the transaction did not come through, or another worker was first. */
async function carryOutNext(
  services: Services,
  { meeting, data }: Resolution,
  { done, skipped }: CarryingItem,
  at: string,
): Promise<boolean> {
  const { meetingId, items } = meeting;
  const item = items[done];
  const ruling = data.items.find(({ itemId }) => itemId === item?.itemId);
  if (!item || !ruling) throw new Error(`meeting ${meetingId} has no resolution of its item ${done}`);
  const order = { meetingId, resolvedAt: data.resolvedAt, index: done, today: dayAt(at) };
  const change = await carryOutItem(services, item, ruling, order, { at, actor: conferenceWorker(meetingId) });
  const progress = { done: done + 1, skipped: change ? skipped : [...skipped, item.itemId] };
  const isLast = progress.done === items.length;
  // The claims of meetings that were resolved later wait until the last of this one has taken its place.
  const jobs = [...(change?.jobs ?? []), ...(isLast ? [settlementJob(meetingId)] : [])];
  const outcome = await commit(services.database, [
    ...(change?.writes ?? []),
    ...jobs.map((job) => jobWrite(job, secondRingAt(at))),
    carryingWrite(meetingId, progress),
    ...(isLast ? [jobDoneWrite(carryOutJob(meetingId).jobId, false), carriedOutWrite(data.resolvedAt, meetingId)] : []),
  ]);
  if (outcome !== 'committed') return false;
  await ringAll(services, jobs);
  return true;
}

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
  const found = (await readItems(database, [carryingKey(meetingId)])).get<CarryingItem>(carryingKey(meetingId));
  if (!found) throw new Error(`meeting ${meetingId} is resolved and has no progress`);
  return found;
}
