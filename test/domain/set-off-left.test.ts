import { expect, test } from 'vitest';
import type { Claim } from '../../shared/domain/claim.ts';
import type { Debt } from '../../shared/domain/debt.ts';
import { setOffOf } from '../../shared/domain/set-off.ts';

const today = '2027-07-16';
const debts = (count: number): readonly Debt[] =>
  Array.from({ length: count }, (_, index) => ({
    claimId: `claim-${index}`,
    institutionId: 'rcb',
    parts: [{ recoveredOn: '2027-06-15', remitBy: '2027-07-15', owedFen: 10 }],
    seenThrough: '' as const,
  }));
const settled = (payableFen: number) =>
  ({ claimId: 'settled', institutionId: 'rcb', state: 'settled', payableFen }) as unknown as Claim;

test.each([
  [19, 1_000, 190, false],
  [20, 1_000, 200, false],
  [21, 1_000, 200, true],
  // Nothing is left to be paid, though more is overdue.
  [21, 200, 200, false],
  [21, 201, 200, true],
])(
  'of %i debts of 10 fen and %i fen to be paid, one set-off takes %i, more left: %s',
  (count, payable, taken, more) => {
    const setOff = setOffOf(settled(payable), debts(count), today);
    expect(setOff?.event.data.setOffFen).toBe(taken);
    expect(setOff?.isMoreLeft).toBe(more);
  },
);
