import { describe, expect, test } from 'vitest';
import { aClaimItem, after, at, convened, measures, units } from './meeting-cases.ts';

describe('replay of a meeting (R22)', () => {
  test('cancelled says why', () => {
    const open = convened([aClaimItem(1)]);
    expect(after(open, { type: 'meeting-cancelled', data: { reason: '改期' } })).toEqual({
      ...open,
      state: 'cancelled',
      reason: '改期',
      sequence: 2,
    });
  });

  test('counts every item that was ever on the agenda, so that no id comes back', () => {
    const changed = after(convened([aClaimItem(1), aClaimItem(2)]), {
      type: 'agenda-changed',
      data: { added: [aClaimItem(3)], removed: ['item-2'], figures: [], votesVoided: [] },
    });
    expect(changed.items.map(({ itemId }) => itemId)).toEqual(['item-1', 'item-3']);
    expect(changed.itemsEver).toBe(3);
  });

  test('resolved gives each item its own outcome, figure and tally, whatever their order', () => {
    const tally = { approve: 7, reject: 0, abstain: 0, recuse: 0, left: 7 };
    const approved = { outcome: 'approved', assessedFen: 29_999_999, tally } as const;
    const rejected = { outcome: 'rejected', assessedFen: null, tally: { ...tally, approve: 0, reject: 7 } } as const;
    const said = { reason: null, note: null };
    const items = [
      { itemId: 'item-2', ...rejected, ...said },
      { itemId: 'item-1', ...approved, ...said },
    ];
    const sealed = after(convened([aClaimItem(1), aClaimItem(2)]), {
      type: 'meeting-resolved',
      data: { resolvedAt: at, policy: measures.policyId, units, items },
    });
    expect(sealed).toMatchObject({ state: 'resolved', resolvedAt: at, resolutionSequence: 2, sequence: 2 });
    expect(sealed.items.map(({ resolution }) => resolution)).toEqual([approved, rejected]);
  });
});
