import { describe, expect, test } from 'vitest';
import { decideAgenda, decideCancellation, decideConvening, itemsMax } from '../../shared/domain/agenda.ts';
import { builtInPolicies } from '../../shared/domain/built-in-policies.ts';
import { itemOf, meetingStates } from '../../shared/domain/meeting.ts';
import { evolveMeeting } from '../../shared/domain/meeting-event.ts';
import { decideResolution, type ItemRuling } from '../../shared/domain/resolution.ts';
import { decideVote } from '../../shared/domain/vote.ts';
import {
  aClaimItem,
  after,
  anInclusionItem,
  at,
  candidateOf,
  convened,
  measures,
  meetingIn,
  plan,
  units,
  vote,
  votesIn,
} from './meeting-cases.ts';

const told = (decision: { kind: string; code?: string }) =>
  decision.kind === 'refused' ? decision.code : decision.kind;
const ballot = { itemId: 'item-1', unit: 'science', vote: 'approve', assessedFen: null, opinion: null } as const;
const by = { sub: 'office-1', at };
const ruling = (change: Partial<ItemRuling>): ItemRuling => ({
  itemId: 'item-1',
  assessedFen: null,
  reason: null,
  defer: false,
  note: null,
  ...change,
});
const none = { remove: [], figures: [] } as const;
const resolve = (meeting = convened([aClaimItem(1)]), rulings: readonly ItemRuling[] = [], gone: string[] = []) =>
  decideResolution(meeting, rulings, new Set(gone), measures, by);

describe('the states of a meeting', () => {
  test.each(meetingStates)('%s: every command', (state) => {
    const meeting = meetingIn(state);
    const voted = state === 'open' ? after(meeting, ...votesIn('同同同同同同同')) : meeting;
    const outcome = {
      agenda: told(decideAgenda(meeting, [], none)),
      cancellation: told(decideCancellation(meeting, { reason: null })),
      vote: told(decideVote(meeting, ballot, units, at)),
      resolution: told(resolve(voted)),
    };
    const expected = state === 'open' ? 'accepted' : 'state-conflict';
    expect(outcome).toEqual({ agenda: expected, cancellation: expected, vote: expected, resolution: expected });
  });

  test('nothing happens to a meeting before it is convened', () => {
    expect(() => evolveMeeting(null, vote('science', 'approve'))).toThrow('meeting-convened');
  });

  test('counts its events, so that texts are found in the trail by their place', () => {
    const meeting = after(convened([aClaimItem(1)]), vote('science', 'approve'), vote('pboc', 'reject'));
    expect(meeting).toMatchObject({ sequence: 3, votesEver: 2 });
    expect(meeting.items[0]?.votes).toEqual({
      science: { vote: 'approve', assessedFen: null, sequence: 2 },
      pboc: { vote: 'reject', assessedFen: null, sequence: 3 },
    });
  });
});

describe('convening', () => {
  const convene = (
    candidates: Parameters<typeof decideConvening>[1],
    number: number | null = null,
    taken = [1, 2, 7],
  ) => decideConvening(plan, candidates, { number, taken }, builtInPolicies);

  test('items come in their order with the figure that is claimed; the number is the next of the year', () => {
    const decision = convene([candidateOf(aClaimItem(4), 'accepted'), candidateOf(anInclusionItem(9), 'deferred')]);
    expect(decision).toMatchObject({ kind: 'accepted', events: [{ data: { year: 2026, number: 8 } }] });
    const [event] = decision.kind === 'accepted' ? decision.events : [];
    const meeting = event && evolveMeeting(null, event);
    expect(meeting?.items).toMatchObject([
      { itemId: 'item-1', claimId: 'clm-4', proposedAssessedFen: 30_000_000 },
      { itemId: 'item-2', inclusionId: 'inc-9', proposedAssessedFen: null },
    ]);
  });

  test.each([
    [3, 'accepted'],
    [7, 'already-exists'],
  ])('number %i asked for: %s', (number, expected) => {
    expect(told(convene([], number))).toBe(expected);
  });

  test.each([
    [40, 'accepted'],
    [41, 'too-many-items'],
  ])('%i items: %s', (count, expected) => {
    const items = Array.from({ length: count }, (_, index) => candidateOf(aClaimItem(index + 1), 'accepted'));
    expect(told(convene(items))).toBe(expected);
  });

  test.each([
    ['claim', 'submitted', false],
    ['claim', 'accepted', true],
    ['claim', 'deferred', true],
    ['claim', 'on-agenda', false],
    ['claim', 'returned', false],
    ['claim', 'withdrawn', false],
    ['claim', 'approved', false],
    ['inclusion', 'submitted', true],
    ['inclusion', 'deferred', true],
    ['inclusion', 'on-agenda', false],
    ['inclusion', 'withdrawn', false],
    ['inclusion', 'approved', false],
    ['inclusion', 'accepted', false],
  ] as const)('a %s that is %s may be put on the agenda: %s', (kind, state, may) => {
    const item = kind === 'claim' ? aClaimItem(5) : anInclusionItem(5);
    const decision = convene([candidateOf(item, state)]);
    expect(told(decision)).toBe(may ? 'accepted' : 'state-conflict');
    if (decision.kind === 'refused') {
      expect(decision.facts).toMatchObject({
        state,
        ...(kind === 'claim' ? { claimId: 'clm-5' } : { inclusionId: 'inc-5' }),
      });
    }
  });

  test('what nobody knows is named', () => {
    expect(convene([{ id: 'clm-x', kind: 'claim', found: null }])).toMatchObject({
      code: 'state-conflict',
      facts: { claimId: 'clm-x', state: 'unknown' },
    });
  });

  test.each([
    ['2017-12-31', 'date-out-of-range'],
    ['2018-01-01', 'accepted'],
    ['2023-09-12', 'accepted'],
    ['2099-01-01', 'accepted'],
  ])('on %s: %s', (convenesOn, expected) => {
    expect(told(decideConvening({ ...plan, convenesOn }, [], { number: null, taken: [] }, builtInPolicies))).toBe(
      expected,
    );
  });
});

describe('the agenda', () => {
  const figure = (proposedAssessedFen: number, itemId = 'item-1') => ({
    remove: [],
    figures: [{ itemId, proposedAssessedFen, reason: '部分费用不计' }],
  });
  const change = (
    meeting = convened([aClaimItem(1), anInclusionItem(2)]),
    asked: Parameters<typeof decideAgenda>[2] = none,
  ) => decideAgenda(meeting, [], asked);

  test.each([
    [1, 'accepted'],
    [29_999_999, 'accepted'],
    [30_000_000, 'accepted'],
    [30_000_001, 'amount-exceeds-claimed'],
  ])('a figure of %i of 30,000,000 claimed: %s', (fen, expected) => {
    expect(told(change(undefined, figure(fen)))).toBe(expected);
  });

  test('an inclusion has no figure', () => {
    expect(told(change(undefined, figure(1, 'item-2')))).toBe('amount-exceeds-claimed');
  });

  test('a figure set before the first vote makes none void; a later one makes those on its item void and says whose', () => {
    const meeting = convened([aClaimItem(1), aClaimItem(2)]);
    expect(change(meeting, figure(5))).toMatchObject({ events: [{ data: { votesVoided: [] } }] });
    const voted = after(
      meeting,
      vote('pboc', 'approve'),
      vote('fdc', 'recuse'),
      vote('fdc', 'reject', { itemId: 'item-2' }),
    );
    const decision = change(voted, figure(5));
    expect(decision).toMatchObject({
      events: [{ data: { votesVoided: [{ itemId: 'item-1', units: ['fdc', 'pboc'] }] } }],
    });
    const changed = after(voted, ...(decision.kind === 'accepted' ? decision.events : []));
    expect(changed.items.map(({ votes, proposedAssessedFen }) => [Object.keys(votes), proposedAssessedFen])).toEqual([
      [[], 5],
      [['fdc'], 30_000_000],
    ]);
    expect(itemOf(changed, 'item-1')?.figureSequence).toBe(5);
  });

  test('an item that leaves takes its votes with it, and its id does not come back', () => {
    const voted = after(convened([aClaimItem(1), aClaimItem(2)]), vote('pboc', 'approve', { itemId: 'item-2' }));
    const decision = decideAgenda(voted, [candidateOf(aClaimItem(3), 'accepted')], { remove: ['item-2'], figures: [] });
    expect(decision).toMatchObject({ events: [{ data: { votesVoided: [{ itemId: 'item-2', units: ['pboc'] }] } }] });
    const changed = after(voted, ...(decision.kind === 'accepted' ? decision.events : []));
    expect(changed.items.map(({ itemId, claimId }) => [itemId, claimId])).toEqual([
      ['item-1', 'clm-1'],
      ['item-3', 'clm-3'],
    ]);
  });

  test.each([
    ['an item to remove', { remove: ['item-9'], figures: [] }],
    ['an item for a figure', figure(1, 'item-9')],
  ])('%s that is not there is not found', (_, asked) => {
    expect(told(change(undefined, asked))).toBe('not-found');
  });

  test.each([
    [39, 1, 'accepted'],
    [40, 1, 'too-many-items'],
    [0, 40, 'accepted'],
    [0, 41, 'too-many-items'],
  ])('%i items and %i more: %s', (before, more, expected) => {
    const meeting = convened(Array.from({ length: before }, (_, index) => aClaimItem(index + 1)));
    const candidates = Array.from({ length: more }, (_, index) => candidateOf(aClaimItem(100 + index), 'accepted'));
    expect(told(decideAgenda(meeting, candidates, none))).toBe(expected);
  });

  test('one call changes at most forty', () => {
    const meeting = convened(Array.from({ length: 40 }, (_, index) => aClaimItem(index + 1)));
    const remove = meeting.items.map(({ itemId }) => itemId);
    const more = [candidateOf(aClaimItem(99), 'accepted')];
    expect(told(decideAgenda(meeting, [], { remove, figures: [] }))).toBe('accepted');
    expect(told(decideAgenda(meeting, more, { remove, figures: [] }))).toBe('too-many-items');
    expect(told(decideAgenda(meeting, more, { remove: remove.slice(1), figures: [] }))).toBe('accepted');
  });

  test('a meeting is cancelled before the first vote, also one that has since been made void', () => {
    const voted = after(convened([aClaimItem(1)]), vote('pboc', 'abstain'));
    expect(told(decideCancellation(voted, { reason: null }))).toBe('state-conflict');
    const decision = change(voted, figure(5));
    const voided = after(voted, ...(decision.kind === 'accepted' ? decision.events : []));
    expect(decideCancellation(voided, { reason: null })).toMatchObject({
      code: 'state-conflict',
      facts: { state: 'voting' },
    });
  });
});

describe('a vote', () => {
  const cast = (change: object, meeting = convened([aClaimItem(1), anInclusionItem(2)]), instant = at) =>
    told(decideVote(meeting, { ...ballot, ...change }, units, instant));

  test('is a unit’s of the conference', () => {
    expect(cast({ unit: 'tax' })).toBe('forbidden');
    expect(cast({ unit: 'pboc' })).toBe('accepted');
  });

  test('is on an item of this agenda', () => {
    expect(cast({ itemId: 'item-3' })).toBe('not-found');
  });

  test.each([
    ['item-1', 30_000_000, 'accepted'],
    ['item-1', 30_000_001, 'amount-exceeds-claimed'],
    ['item-2', 1, 'amount-exceeds-claimed'],
  ])('may advise a figure for %s up to what is claimed: %i is %s', (itemId, assessedFen, expected) => {
    expect(cast({ itemId, assessedFen })).toBe(expected);
  });

  test.each([
    ['2026-03-02T01:59:59.999Z', 'accepted'],
    ['2026-03-02T02:00:00.000Z', 'accepted'],
    ['2026-03-02T02:00:00.001Z', 'state-conflict'],
  ])('until voting closes at 02:00: at %s %s', (instant, expected) => {
    const meeting = convened([aClaimItem(1)], { votingClosesAt: '2026-03-02T02:00:00Z' });
    expect(cast({}, meeting, instant)).toBe(expected);
    expect(cast({}, after(meeting, vote('science', 'reject')), instant)).toBe(expected);
  });
});

describe('a resolution', () => {
  const outcomes = (decision: ReturnType<typeof resolve>) =>
    decision.kind === 'accepted'
      ? decision.events[0]?.data.items.map(({ outcome, assessedFen }) => [outcome, assessedFen])
      : decision.code;
  const approved = (items = [aClaimItem(1)]) =>
    after(convened(items), ...items.flatMap(({ itemId }) => votesIn('同同同同反··', itemId)));

  test('decides what it does not name by the votes, at the voted figure', () => {
    const items = [aClaimItem(1), aClaimItem(2), anInclusionItem(3), anInclusionItem(4)];
    const meeting = after(
      convened(items),
      ...votesIn('同同同同反反反', 'item-1'),
      ...votesIn('同同同反反反反', 'item-2'),
      ...votesIn('同同同同同同同', 'item-3'),
      ...votesIn('避避避避···', 'item-4'),
    );
    expect(outcomes(resolve(meeting))).toEqual([
      ['approved', 30_000_000],
      ['rejected', null],
      ['approved', null],
      ['deferred', null],
    ]);
  });

  test('is all or nothing: one item short of quorum refuses it, unless it is deferred', () => {
    const meeting = after(approved([aClaimItem(1), aClaimItem(2)]), {
      type: 'agenda-changed',
      data: {
        added: [aClaimItem(3)],
        removed: [],
        figures: [],
        votesVoided: [],
      },
    });
    expect(resolve(meeting)).toMatchObject({
      code: 'quorum-not-met',
      facts: { itemId: 'item-3', voted: 0, needed: 5, left: 7 },
    });
    expect(outcomes(resolve(meeting, [ruling({ itemId: 'item-3', defer: true })]))).toEqual([
      ['approved', 30_000_000],
      ['approved', 30_000_000],
      ['deferred', null],
    ]);
  });

  test('defers what the units approved, where the office says so', () => {
    expect(outcomes(resolve(approved(), [ruling({ defer: true })]))).toEqual([['deferred', null]]);
  });

  test('lets an item fall away whose claim was withdrawn, however few voted', () => {
    const meeting = convened([aClaimItem(1), aClaimItem(2)]);
    expect(outcomes(resolve(meeting, [], ['clm-1', 'clm-2']))).toEqual([
      ['withdrawn', null],
      ['withdrawn', null],
    ]);
    expect(outcomes(resolve(meeting, [], ['clm-1']))).toBe('quorum-not-met');
  });

  test.each([
    [30_000_001, '核减', 'amount-exceeds-claimed'],
    [30_000_000, null, [['approved', 30_000_000]]],
    [29_999_999, '核减', [['approved', 29_999_999]]],
    [29_999_999, null, 'validation-failed'],
    [1, '核减', [['approved', 1]]],
  ])('an assessed loss of %i of 30,000,000 with reason %s: %j', (assessedFen, reason, expected) => {
    expect(outcomes(resolve(approved(), [ruling({ assessedFen, reason })]))).toEqual(expected);
  });

  test('does not go above the figure that was voted on, though more is claimed', () => {
    const figures = [{ itemId: 'item-1', proposedAssessedFen: 20_000_000, reason: '部分费用不计' }];
    const lower = after(
      convened([aClaimItem(1)]),
      { type: 'agenda-changed', data: { added: [], removed: [], figures, votesVoided: [] } },
      ...votesIn('同同同同同同同'),
    );
    expect(outcomes(resolve(lower))).toEqual([['approved', 20_000_000]]);
    expect(outcomes(resolve(lower, [ruling({ assessedFen: 20_000_001, reason: '恢复' })]))).toBe(
      'amount-exceeds-claimed',
    );
  });

  test('is another person’s than who made an inclusion on the agenda, whatever else stands in the way', () => {
    const items = [aClaimItem(1), anInclusionItem(2, 'office-1')];
    expect(resolve(convened(items))).toMatchObject({ code: 'four-eyes', facts: { inclusionId: 'inc-2' } });
    expect(told(resolve(approved([anInclusionItem(2, 'office-2')])))).toBe('accepted');
  });

  test('names no item that is not on the agenda', () => {
    expect(told(resolve(approved(), [ruling({ itemId: 'item-9' })]))).toBe('not-found');
  });

  test('seals the meeting with version, units, instant, reasons and the place of its event', () => {
    const decision = resolve(approved(), [ruling({ note: '请银行继续追偿' })]);
    const events = decision.kind === 'accepted' ? decision.events : [];
    const sealed = after(approved(), ...events);
    expect(events[0]?.data).toMatchObject({ policy: 'measures-2024', units, items: [{ note: '请银行继续追偿' }] });
    expect(sealed).toMatchObject({ state: 'resolved', resolvedAt: at, resolutionSequence: 7, sequence: 7 });
    expect(sealed.items[0]?.resolution?.tally).toEqual({ approve: 4, reject: 1, abstain: 0, recuse: 0, left: 7 });
  });

  test('has nothing to decide for an agenda without items', () => {
    expect(outcomes(resolve(convened([])))).toEqual([]);
  });
});

test('forty is the most that an agenda holds', () => {
  expect(itemsMax).toBe(40);
});
