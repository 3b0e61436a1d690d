import { describe, expect, test } from 'vitest';
import { type AgendaChange, decideAgenda, decideCancellation, decideConvening } from '../../shared/domain/agenda.ts';
import { builtInPolicies } from '../../shared/domain/built-in-policies.ts';
import { itemOf } from '../../shared/domain/meeting.ts';
import { evolveMeeting } from '../../shared/domain/meeting-event.ts';
import type { PolicyBook } from '../../shared/domain/policy.ts';
import { accepted, refusedBy } from '../../shared/domain/refusal.ts';
import { verdict } from './cases.ts';
import { aClaimItem, after, anInclusionItem, candidateOf, convened, noChange, plan, vote } from './meeting-cases.ts';

const tooMany = (items: number) => refusedBy('R22', 'too-many-items', { items, itemsMax: 40 });

describe('convening', () => {
  const convene = (
    candidates: Parameters<typeof decideConvening>[1],
    number: number | null = null,
    taken = [1, 2, 7],
  ) => decideConvening(plan, candidates, { number, taken }, builtInPolicies);

  const conveneOn = (convenesOn: string, book: PolicyBook = builtInPolicies) =>
    decideConvening({ ...plan, convenesOn }, [], { number: null, taken: [] }, book);

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

  test('a number asked for is free in its year', () => {
    expect(verdict(convene([], 3))).toBe('accepted');
    expect(convene([], 7)).toEqual(refusedBy('R22', 'already-exists', { year: 2026, number: 7 }));
  });

  test('forty is the most that an agenda holds', () => {
    const items = Array.from({ length: 41 }, (_, index) => candidateOf(aClaimItem(index + 1), 'accepted'));
    expect(verdict(convene(items.slice(1)))).toBe('accepted');
    expect(convene(items)).toEqual(tooMany(41));
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
    expect(verdict(decision)).toBe(may ? 'accepted' : 'state-conflict');
    if (decision.kind === 'refused') {
      const facts =
        kind === 'claim'
          ? { claimId: 'clm-5', state, allowed: 'accepted, deferred' }
          : { inclusionId: 'inc-5', state, allowed: 'submitted, deferred' };
      expect(decision).toEqual(refusedBy('R22', 'state-conflict', facts));
    }
  });

  test('what nobody knows is named', () => {
    expect(convene([{ id: 'clm-x', kind: 'claim', found: null }])).toMatchObject({
      code: 'state-conflict',
      facts: { claimId: 'clm-x', state: 'unknown' },
    });
  });

  test.each(['2018-01-01', '2023-09-12', '2099-01-01'])('on %s, under some version, is accepted', (convenesOn) => {
    expect(verdict(conveneOn(convenesOn))).toBe('accepted');
  });

  test('is under a version in force: not before the first, and never where there is none', () => {
    const refused = (given: string, from: string | null) =>
      refusedBy('R22', 'date-out-of-range', { field: 'convenesOn', given, from });
    expect(conveneOn('2017-12-31')).toEqual(refused('2017-12-31', '2018-01-01'));
    expect(conveneOn('2026-03-02', [])).toEqual(refused('2026-03-02', null));
  });
});

describe('the agenda', () => {
  const figure = (proposedAssessedFen: number, itemId = 'item-1') => ({
    remove: [],
    figures: [{ itemId, proposedAssessedFen, reason: '部分费用不计' }],
  });
  const change = (meeting = convened([aClaimItem(1), anInclusionItem(2)]), asked: AgendaChange = noChange) =>
    decideAgenda(meeting, [], asked);

  test.each([
    [1, 'accepted'],
    [29_999_999, 'accepted'],
    [30_000_000, 'accepted'],
    [30_000_001, 'amount-exceeds-claimed'],
  ])('a figure of %i of 30,000,000 claimed: %s', (fen, expected) => {
    expect(verdict(change(undefined, figure(fen)))).toBe(expected);
  });

  test('says of a figure that is too high what is claimed; an inclusion has no figure', () => {
    const exceeds = (itemId: string, asked: number, claimed: number) =>
      refusedBy('R22', 'amount-exceeds-claimed', { itemId, asked, claimed });
    expect(change(undefined, figure(30_000_001))).toEqual(exceeds('item-1', 30_000_001, 30_000_000));
    expect(change(undefined, figure(1, 'item-2'))).toEqual(exceeds('item-2', 1, 0));
  });

  test('takes only what is ready for it', () => {
    const candidates = [candidateOf(aClaimItem(3), 'submitted')];
    expect(decideAgenda(convened([aClaimItem(1)]), candidates, noChange)).toEqual(
      refusedBy('R22', 'state-conflict', { claimId: 'clm-3', state: 'submitted', allowed: 'accepted, deferred' }),
    );
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
    expect(verdict(change(undefined, asked))).toBe('not-found');
  });

  test.each([
    [39, 1, 'accepted'],
    [40, 1, 'too-many-items'],
    [0, 40, 'accepted'],
    [0, 41, 'too-many-items'],
  ])('%i items and %i more: %s', (before, more, expected) => {
    const meeting = convened(Array.from({ length: before }, (_, index) => aClaimItem(index + 1)));
    const candidates = Array.from({ length: more }, (_, index) => candidateOf(aClaimItem(100 + index), 'accepted'));
    expect(verdict(decideAgenda(meeting, candidates, noChange))).toBe(expected);
  });

  test('one call changes at most forty', () => {
    const meeting = convened(Array.from({ length: 40 }, (_, index) => aClaimItem(index + 1)));
    const remove = meeting.items.map(({ itemId }) => itemId);
    const more = [candidateOf(aClaimItem(99), 'accepted')];
    expect(verdict(decideAgenda(meeting, [], { remove, figures: [] }))).toBe('accepted');
    expect(decideAgenda(meeting, more, { remove, figures: [] })).toEqual(tooMany(41));
    expect(verdict(decideAgenda(meeting, more, { remove: remove.slice(1), figures: [] }))).toBe('accepted');
    const figures = remove.map((itemId) => ({ itemId, proposedAssessedFen: 1, reason: '部分费用不计' }));
    expect(decideAgenda(meeting, [], { remove: ['item-1'], figures })).toEqual(tooMany(41));
    expect(verdict(decideAgenda(meeting, [], { remove: ['item-1'], figures: figures.slice(1) }))).toBe('accepted');
  });

  test('a meeting is cancelled before the first vote, also one that has since been made void', () => {
    const voting = (votes: number) => refusedBy('R22', 'state-conflict', { state: 'voting', allowed: 'open', votes });
    expect(decideCancellation(convened([aClaimItem(1)]), { reason: '改期' })).toEqual(
      accepted({ type: 'meeting-cancelled', data: { reason: '改期' } }),
    );
    const voted = after(convened([aClaimItem(1)]), vote('pboc', 'abstain'));
    expect(decideCancellation(voted, { reason: null })).toEqual(voting(1));
    const decision = change(voted, figure(5));
    const voided = after(voted, ...(decision.kind === 'accepted' ? decision.events : []));
    expect(decideCancellation(voided, { reason: null })).toEqual(voting(1));
  });
});
