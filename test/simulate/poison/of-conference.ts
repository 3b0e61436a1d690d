import { itemIsHeld } from '../../../shared/domain/alarm.ts';
import { readMeeting } from '../../../shared/operations/meetings/read.ts';
import type { Job } from '../../../shared/store/outbox.ts';
import { office } from '../../support/fixtures.ts';
import { releaseHeld } from '../acts/carrying-out.ts';
import { conveneOf, resolutionOf, voteOf } from '../acts/conference.ts';
import { askInclusion } from '../acts/list.ts';
import { appropriate } from '../acts/money.ts';
import { type Chance, seedOf } from '../chance.ts';
import { empty } from '../emptying.ts';
import type { Item, Meeting } from '../model/city.ts';
import { isReady, type Named, rulesOf } from '../model/conference.ts';
import { perform } from '../perform.ts';
import { sceneOf } from '../scene.ts';
import type { World } from '../world.ts';
import { endingIn, inOrder, performAll, refusing } from './of-nights.ts';
import { isAbout } from './poison.ts';
import { nobody, refuse, type Stage } from './staged.ts';

/**
 * An item of a resolution that cannot be carried out: it is held, and the others of its meeting, and later meetings, are
 * carried out without it; then the office has it tried again, or lets it pass.
 */
export const aResolution: Stage = async (world, chance, seed) => {
  await ask(world, 3, seed);
  const ready = readyIn(world);
  const first = await convene(world, ready.slice(0, chance.between(1, 3)), seed);
  const second = await convene(world, ready.slice(3, 7), seed);
  const item = chance.oneOrNone(first?.items ?? []);
  if (!first || !item) return null;
  const code = world.city.inclusions.get(item.inclusionId ?? '')?.code;
  const isOfFile = code !== undefined && chance.isIn(40);
  const itself =
    item.claimId === null ? (['inclusions', item.inclusionId ?? ''] as const) : (['claims', item.claimId] as const);
  const [kind, id] = isOfFile ? (['enterprises', code] as const) : itself;
  const what = `item ${item.itemId} of meeting ${first.id}`;
  refuse(world, chance, kind, id);
  await close(world, chance, first, isOfFile ? [item] : []);
  if (second) await close(world, chance, second, []);
  const isBehind = (job: Job): boolean => isAbout(world.poisoned, JSON.stringify(job));
  return {
    isHeld: (other) => other === id,
    isBehind,
    look: async () => {
      await lookAtHeld(world, first, item, what);
      if (!chance.isIn(40)) return;
      // Too early: it is held again.
      await perform(world, releaseHeld(first, item, 'retry'), { seed });
      await empty(world, seed, isBehind);
      await lookAtHeld(world, first, item, what);
    },
  };
};

/** One of several inclusions that run out, of which the night cannot say so. */
export const anInclusion: Stage = async (world, chance, seed) => {
  await ask(world, 5, seed);
  const ready = readyIn(world).filter(({ claimIds }) => claimIds.length === 0);
  const meeting = await convene(world, ready.slice(0, 6), seed);
  if (meeting) await close(world, chance, meeting, meeting.items);
  await empty(world, seed);
  const [id] = inOrder(endingIn(world.city));
  if (id === undefined) return null;
  refuse(world, chance, 'inclusions', id);
  return { isHeld: (other) => other === id, isBehind: nobody };
};

export const isAnyReady = ({ city }: World): boolean =>
  [...city.claims.keys()].some((claimId) => isReady(city, { claimId }));

/** A loss that the conference approves and that cannot be settled, for its loan takes nothing more: it holds its line. */
export const aSettlement: Stage = async (world, chance, seed) => {
  const ready = readyIn(world).filter(({ claimIds }) => claimIds.length > 0);
  const meeting = await convene(world, ready, seed);
  const claim = world.city.claims.get(meeting?.items[0]?.claimId ?? '');
  if (!meeting || !claim) return null;
  await close(world, chance, meeting, meeting.items);
  await performAll(world, [appropriate, appropriate], seed);
  return refusing(world, chance, 'loans', claim.loanId);
};

async function ask(world: World, times: number, seed: number): Promise<void> {
  for (let more = 0; more < times; more += 1) {
    const asking = askInclusion(sceneOf(world, seedOf(seed, 'ask', more)));
    if (asking) await perform(world, asking, { seed });
  }
}

/** Claims and inclusions that may go on an agenda, inclusions first, since every history has some. */
function readyIn({ city }: World): readonly Named[] {
  const inclusions = [...city.inclusions.keys()].filter((inclusionId) => isReady(city, { inclusionId }));
  const claims = [...city.claims.keys()].filter((claimId) => isReady(city, { claimId }));
  return [
    ...claims.slice(0, 2).map((claimId) => ({ claimIds: [claimId], inclusionIds: [] })),
    ...inclusions.map((inclusionId) => ({ claimIds: [], inclusionIds: [inclusionId] })),
    ...claims.slice(2).map((claimId) => ({ claimIds: [claimId], inclusionIds: [] })),
  ];
}

async function convene(world: World, items: readonly Named[], seed: number): Promise<Meeting | undefined> {
  if (items.length === 0) return undefined;
  const named = {
    claimIds: items.flatMap(({ claimIds }) => claimIds),
    inclusionIds: items.flatMap(({ inclusionIds }) => inclusionIds),
  };
  const body = await perform(world, conveneOf({ ...named, convenesOn: world.today, closesAt: null }), { seed });
  return world.city.meetings.get(String(body?.meetingId));
}

/** Everybody votes, mostly in favour, and of some items surely; then the office closes the meeting. */
async function close(world: World, chance: Chance, meeting: Meeting, surely: readonly Item[]): Promise<void> {
  for (const item of meeting.items) {
    const word = surely.includes(item) || chance.isIn(75) ? 'approve' : 'reject';
    for (const unit of rulesOf(world.city, meeting).conferenceUnits) {
      await perform(world, voteOf(meeting, item, unit, word), { seed: 1, isOnce: true });
    }
  }
  const made = meeting.items.map(({ madeBy }) => madeBy);
  const sub = ['office-1', 'office-2', 'office-3'].find((each) => !made.includes(each)) ?? 'office-3';
  world.now = new Date(Date.parse(world.now) + 1_000).toISOString();
  await perform(world, resolutionOf(meeting, [], sub), { seed: 1 });
}

async function lookAtHeld(world: World, meeting: Meeting, { itemId }: Item, what: string): Promise<void> {
  world.check(meeting.held.has(itemId), `${what} is not held`);
  world.check(world.alarms.includes(itemIsHeld), `nobody hears that ${what} is held`);
  const reader = { caller: office(), today: world.today };
  const shown = await world.wire.outside(() => readMeeting(world.services, meeting.id, reader));
  const isShown = shown?.carrying?.held.some((held) => held.itemId === itemId);
  world.check(isShown === true, `${what} is not shown as held`);
}
