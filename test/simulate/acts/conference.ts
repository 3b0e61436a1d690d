import { cancelMeeting } from '../../../shared/operations/meetings/cancel.ts';
import { castVote } from '../../../shared/operations/meetings/cast-vote.ts';
import { changeAgenda } from '../../../shared/operations/meetings/change-agenda.ts';
import { conveneMeeting } from '../../../shared/operations/meetings/convene.ts';
import { resolveMeeting } from '../../../shared/operations/meetings/resolve.ts';
import { office } from '../../support/fixtures.ts';
import { type Command, idIn } from '../command.ts';
import type { Item, Meeting } from '../model/city.ts';
import {
  againstNamed,
  againstResolution,
  isReady,
  isVotingClosed,
  type Named,
  nextNumber,
  outcomeOf,
  putOnAgenda,
  type Ruling,
  resolve,
  rulesOf,
  takeOff,
} from '../model/conference.ts';
import { type Day, instantOf, plusDays, yearIn } from '../model/days.ts';
import { type Act, fitting, type Scene } from './context.ts';
import { member } from './people.ts';

const someMeeting = (scene: Scene): Meeting | undefined =>
  scene.chance.oneOrNone(fitting(scene, [...scene.city.meetings.values()], ({ state }) => state === 'open'));

/** Whatever is ready, and seldom something that is not. */
function namedIn({ city, chance, isCalm }: Scene, most: number) {
  const isWild = !isCalm && chance.isIn(6);
  const claimIds = [...city.claims.keys()].filter((claimId) => isWild || isReady(city, { claimId })).slice(0, most);
  const inclusionIds = [...city.inclusions.keys()]
    .filter((inclusionId) => isWild || isReady(city, { inclusionId }))
    .slice(0, most - claimIds.length);
  return { claimIds, inclusionIds };
}

export const convene: Act = (scene) => {
  const { today, chance } = scene;
  const named = namedIn(scene, 4);
  if (named.claimIds.length + named.inclusionIds.length === 0) return null;
  const convenesOn = plusDays(today, chance.between(0, 10));
  const closesAt = chance.isIn(15) ? instantOf(plusDays(today, chance.between(1, 9)), 600) : null;
  return conveneOf({ ...named, convenesOn, closesAt });
};

interface Convening extends Named {
  readonly convenesOn: Day;
  readonly closesAt: string | null;
}

/** The office convenes a meeting about what is named. */
export const conveneOf = ({ convenesOn, closesAt, ...named }: Convening): Command => ({
  kind: 'convene',
  caller: office('office-2'),
  says: `the office convenes a meeting on ${convenesOn} about ${[...named.claimIds, ...named.inclusionIds].join(', ')}`,
  on: null,
  send: (services, context) =>
    conveneMeeting(services, context, {
      ...{ title: '联席会议', convenesOn, form: 'meeting', votingClosesAt: closesAt, number: null, ...named },
    }),
  against: (city) => againstNamed(city, named),
  apply: (city, body) => {
    const id = idIn(body, 'meetingId');
    const plan = { convenesOn, closesAt, year: yearIn(convenesOn), number: nextNumber(city, convenesOn) };
    const meeting: Meeting = {
      ...{
        id,
        ...plan,
        state: 'open',
        items: [],
        itemsEver: 0,
        votesEver: 0,
        resolvedAt: null,
        carried: 0,
        progress: 0,
        ...{ besides: '', held: new Set(), retried: new Set(), letPass: new Set() },
      },
    };
    city.meetings.set(id, meeting);
    putOnAgenda(city, meeting, named);
  },
});

type Word = 'approve' | 'reject' | 'abstain' | 'recuse';

export const vote: Act = (scene) => {
  const { city, chance } = scene;
  const meeting = someMeeting(scene);
  if (!meeting) return null;
  const units = rulesOf(city, meeting).conferenceUnits;
  const silent = meeting.items.flatMap((item) =>
    units.filter((unit) => !item.votes.has(unit)).map((unit) => ({ item, unit })),
  );
  const cast = chance.oneOrNone(silent) ?? { item: chance.oneOrNone(meeting.items), unit: chance.one(units) };
  const { item, unit } = cast;
  if (!item) return null;
  const word = chance.weighted([
    [78, 'approve'],
    [8, 'reject'],
    [6, 'abstain'],
    [8, 'recuse'],
  ] as const);
  return voteOf(meeting, item, unit, word);
};

/** A unit says what it makes of an item. */
export const voteOf = (meeting: Meeting, item: Item, unit: string, word: Word): Command => ({
  kind: 'vote',
  caller: member(unit),
  says: `${unit} votes ${word} on ${item.itemId} of ${meeting.id}`,
  on: ['meetings', meeting.id],
  send: (services, context) =>
    castVote(services, context, meeting.id, { itemId: item.itemId, vote: word, assessedFen: null, opinion: null }),
  against: (_now, { at }) => {
    const isThere = meeting.items.some(({ itemId }) => itemId === item.itemId);
    if (!isThere) return ['not-found'];
    return meeting.state !== 'open' || isVotingClosed(meeting, at) ? ['state-conflict'] : [];
  },
  apply: () => {
    meeting.items.find(({ itemId }) => itemId === item.itemId)?.votes.set(unit, word);
    meeting.votesEver += 1;
  },
});

export const changeFigures: Act = (scene) => {
  const { chance } = scene;
  const meeting = someMeeting(scene);
  const item = meeting && chance.oneOrNone(meeting.items);
  if (!meeting || !item) return null;
  const isRemoval = chance.isIn(35);
  const isAddition = !isRemoval && chance.isIn(40);
  const figureFen = Math.max(1, Math.floor(((item.claimedFen ?? 0) * chance.between(30, 102)) / 100));
  const remove = isRemoval ? [item.itemId] : [];
  const figures =
    isRemoval || isAddition ? [] : [{ itemId: item.itemId, proposedAssessedFen: figureFen, reason: '核减' }];
  const add = isAddition ? namedIn(scene, 2) : { claimIds: [], inclusionIds: [] };
  return {
    kind: 'change-agenda',
    caller: office('office-2'),
    says: `the office ${isRemoval ? 'takes off' : isAddition ? 'adds to' : `sets at ${figureFen}`} ${item.itemId} of ${meeting.id}`,
    on: ['meetings', meeting.id],
    send: (services, context) => changeAgenda(services, context, meeting.id, { add, remove, figures }),
    against: (city) => {
      if (meeting.state !== 'open') return ['state-conflict'];
      const isThere = meeting.items.some(({ itemId }) => itemId === item.itemId);
      const isTooMuch = figures.length > 0 && figureFen > (item.claimedFen ?? 0);
      return [
        ...againstNamed(city, add),
        ...(isThere || isAddition ? [] : ['not-found']),
        ...(isTooMuch ? ['amount-exceeds-claimed'] : []),
      ];
    },
    apply: (city) => {
      if (isRemoval) {
        takeOff(city, meeting, item);
        meeting.items = meeting.items.filter((each) => each !== item);
      } else if (figures.length > 0) {
        item.figureFen = figureFen;
        item.votes.clear();
      }
      putOnAgenda(city, meeting, add);
    },
  };
};

export const cancel: Act = (scene) => {
  const meeting = someMeeting(scene);
  if (!meeting) return null;
  return {
    kind: 'cancel',
    caller: office('office-2'),
    says: `the office cancels ${meeting.id}`,
    on: ['meetings', meeting.id],
    send: (services, context) => cancelMeeting(services, context, meeting.id, null),
    against: () => (meeting.state === 'open' && meeting.votesEver === 0 ? [] : ['state-conflict']),
    apply: (city) => {
      for (const item of meeting.items) takeOff(city, meeting, item);
      meeting.state = 'cancelled';
    },
  };
};

export const resolveItems: Act = (scene) => {
  const { chance, city } = scene;
  const meeting = someMeeting(scene);
  if (!meeting) return null;
  const rulings = meeting.items
    .filter(() => chance.isIn(20))
    .map(({ itemId, figureFen }) => ({
      itemId,
      assessedFen:
        figureFen !== null && chance.isIn(60)
          ? Math.max(1, figureFen - (chance.isIn(8) ? -1 : chance.between(0, 500)))
          : null,
      reason: chance.isIn(93) ? '核减' : null,
      defer: chance.isIn(15),
    }));
  // Mostly once enough have voted, and by somebody who made none of what is on the agenda.
  const isEarly = meeting.items.some((item) => outcomeOf(city, item, undefined, rulesOf(city, meeting)) === 'QUORUM');
  if (isEarly && !chance.isIn(15)) return null;
  const made = meeting.items.map(({ madeBy }) => madeBy);
  const sub =
    ['office-2', 'office-1', 'office-3'].find((each) => !made.includes(each) || chance.isIn(10)) ?? 'office-3';
  return resolutionOf(meeting, rulings, sub);
};

/** An official closes a meeting, with what the office rules of some of its items. */
export const resolutionOf = (meeting: Meeting, rulings: readonly Ruling[], sub: string): Command => ({
  kind: 'resolve',
  caller: office(sub),
  says: `${sub} closes ${meeting.id} ${JSON.stringify(rulings.map(({ itemId, assessedFen, defer }) => [itemId, assessedFen, defer]))}`,
  on: ['meetings', meeting.id],
  send: (services, context) =>
    resolveMeeting(
      services,
      context,
      meeting.id,
      rulings.map((ruling) => ({ ...ruling, note: null })),
    ),
  against: (city) => againstResolution(city, meeting, rulings, sub),
  apply: (city, _body, { at }) => resolve(city, meeting, rulings, at),
});
