import type { Item, Meeting } from './model/city.ts';
import type { World } from './world.ts';

/** After so many failures an item is left to a person. */
const failuresMax = 5;

/** The item of a meeting that the worker has just gone through, with all that were skipped before it. */
export function itemCarried(world: World, meetingId: string, isIt: (item: Item) => boolean): Item | undefined {
  const meeting = world.city.meetings.get(meetingId);
  if (!meeting) return undefined;
  const index = meeting.items.findIndex(isIt);
  const item = meeting.items[index];
  if (item && meeting.retried.delete(item.itemId)) {
    meeting.carried = Math.max(meeting.carried, index + 1);
    return item;
  }
  const skipped = meeting.items.slice(meeting.carried, index);
  world.check(index >= meeting.carried, `${meetingId}: an item is carried out again`);
  world.check(
    skipped.every((each) => fellAway(world, each) || hasHadItsTurn(meeting, each)),
    `${meetingId}: an item is skipped`,
  );
  meeting.carried = index + 1;
  return item;
}

/** R17: an item whose claim was withdrawn meanwhile. */
const fellAway = (world: World, { claimId }: Item): boolean =>
  claimId !== null && world.city.claims.get(claimId)?.state === 'withdrawn';

const hasHadItsTurn = ({ held, retried, letPass }: Meeting, { itemId }: Item): boolean =>
  held.has(itemId) || retried.has(itemId) || letPass.has(itemId);

interface HeldItem {
  readonly itemId: string;
  readonly failures: number;
}

/**
 * R22: the progress of a resolution goes on by one item each time, and skips only what fell away or was let pass. It holds
 * only what the store refuses for good, after five failures, and goes on past it.
 */
export function lookAtProgress(world: World, item: Readonly<Record<string, unknown>>): void {
  const meeting = world.city.meetings.get(String(item.pk));
  if (!meeting) return;
  const done = Number(item.done);
  const held = item.held as readonly HeldItem[];
  const besides = JSON.stringify([item.failures, item.held, item.retrying]);
  // Else an item has failed, is held, or has had its turn again.
  const isStep = done === 0 || done === meeting.progress + 1;
  world.check(
    isStep || (done === meeting.progress && besides !== meeting.besides),
    `${meeting.id}: progress goes from ${meeting.progress} to ${done}`,
  );
  Object.assign(meeting, { progress: done, besides });
  for (const { itemId, failures } of held) lookAtHeld(world, meeting, itemId, failures);
  for (const itemId of item.skipped as readonly string[]) {
    const skipped = meeting.items.find((each) => each.itemId === itemId);
    const isGone = skipped !== undefined && (skipped.outcome === 'withdrawn' || fellAway(world, skipped));
    world.check(
      isGone || meeting.letPass.has(itemId),
      `${meeting.id}: ${itemId} counts as skipped and did not fall away`,
    );
  }
}

function lookAtHeld(world: World, meeting: Meeting, itemId: string, failures: number): void {
  if (meeting.held.has(itemId)) return;
  const what = `item ${itemId} of meeting ${meeting.id}`;
  world.check(world.isOfPoison(what), `${what} is held, and the store refuses nothing of it`);
  world.check(failures >= failuresMax, `${what} is held after ${failures} failures`);
  meeting.retried.delete(itemId);
  meeting.held.add(itemId);
}

/** Whether all items of a resolved meeting have had their turn. */
export const isCarriedOut = (world: World, meeting: Meeting): boolean =>
  meeting.items.slice(meeting.carried).every((item) => fellAway(world, item) || hasHadItsTurn(meeting, item));
