import { describe, expect, test } from 'vitest';
import { refusedBy } from '../../shared/domain/refusal.ts';
import type { ItemRuling } from '../../shared/domain/resolution.ts';
import { verdict } from './cases.ts';
import { aClaimItem, after, anInclusionItem, at, convened, resolve, units, votesIn } from './meeting-cases.ts';

const ruling = (change: Partial<ItemRuling>): ItemRuling => ({
  itemId: 'item-1',
  assessedFen: null,
  reason: null,
  defer: false,
  note: null,
  ...change,
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
    expect(resolve(meeting)).toEqual(
      refusedBy('R22', 'quorum-not-met', { itemId: 'item-3', voted: 0, needed: 5, left: 7 }),
    );
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

  test('below the voted figure without a reason says both figures', () => {
    expect(resolve(approved(), [ruling({ assessedFen: 29_999_999 })])).toEqual(
      refusedBy('R22', 'validation-failed', { itemId: 'item-1', asked: 29_999_999, voted: 30_000_000 }),
    );
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
    expect(resolve(convened(items))).toEqual(refusedBy('R22', 'four-eyes', { inclusionId: 'inc-2' }));
    expect(verdict(resolve(approved([anInclusionItem(2, 'office-2')])))).toBe('accepted');
  });

  test('names no item that is not on the agenda', () => {
    expect(verdict(resolve(approved(), [ruling({ itemId: 'item-9' })]))).toBe('not-found');
  });

  test('seals the meeting with version, units, instant, reasons and the place of its event', () => {
    const decision = resolve(approved(), [ruling({ reason: '核实', note: '请银行继续追偿' })]);
    const events = decision.kind === 'accepted' ? decision.events : [];
    const sealed = after(approved(), ...events);
    const tally = { approve: 4, reject: 1, abstain: 0, recuse: 0, left: 7 };
    const said = { reason: '核实', note: '请银行继续追偿' };
    const items = [{ itemId: 'item-1', outcome: 'approved', assessedFen: 30_000_000, tally, ...said }];
    expect(events.map(({ data }) => data)).toEqual([{ resolvedAt: at, policy: 'measures-2024', units, items }]);
    expect(sealed).toMatchObject({ state: 'resolved', resolvedAt: at, resolutionSequence: 7, sequence: 7 });
    expect(sealed.items[0]?.resolution?.tally).toEqual(tally);
  });

  test('has nothing to decide for an agenda without items', () => {
    expect(outcomes(resolve(convened([])))).toEqual([]);
  });
});
