import { describe, expect, test } from 'vitest';
import { accepted, refusedBy } from '../../shared/domain/refusal.ts';
import { decideVote } from '../../shared/domain/vote.ts';
import { verdict } from './cases.ts';
import { aClaimItem, after, anInclusionItem, at, ballot, convened, units, vote } from './meeting-cases.ts';

describe('a vote', () => {
  const cast = (change: object, meeting = convened([aClaimItem(1), anInclusionItem(2)]), instant = at) =>
    verdict(decideVote(meeting, { ...ballot, ...change }, units, instant));

  test('is a unit’s of the conference, and recorded as it was cast', () => {
    const meeting = convened([aClaimItem(1)]);
    const said = { ...ballot, unit: 'pboc', assessedFen: 29_999_999, opinion: '同意' };
    expect(decideVote(meeting, said, units, at)).toEqual(accepted({ type: 'vote-cast', data: said }));
    expect(decideVote(meeting, { ...ballot, unit: 'tax' }, ['science', 'pboc'], at)).toEqual(
      refusedBy('R22', 'forbidden', { units: 'science, pboc', own: 'tax' }),
    );
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

  test('that comes too late is told when voting closed', () => {
    const votingClosesAt = '2026-03-02T01:00:00Z';
    expect(decideVote(convened([aClaimItem(1)], { votingClosesAt }), ballot, units, at)).toEqual(
      refusedBy('R22', 'state-conflict', { state: 'voting-closed', allowed: 'open', votingClosesAt }),
    );
  });
});
