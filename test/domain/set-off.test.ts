import { describe, expect, test } from 'vitest';
import type { Debt } from '../../shared/domain/debt.ts';
import { setOffOf } from '../../shared/domain/set-off.ts';
import { claimIn } from './claim-cases.ts';

const today = '2024-05-01';
const debt = (claimId: string, owedFen: number, remitBy = '2024-04-30'): Debt => ({
  ...{ claimId, institutionId: 'rcb', seenThrough: '' },
  parts: [{ recoveredOn: '2024-03-31', remitBy, owedFen }],
});
const payable = (payableFen: number | null) => ({ ...claimIn.settled, payableFen });

describe('what was not remitted in time is set off against the next payment (R27)', () => {
  test('takes what is overdue, says of which debts, and what it makes of them', () => {
    const before = debt('claim-0', 30);
    expect(setOffOf(payable(100), [before], today)).toEqual({
      event: {
        type: 'claim-set-off',
        data: { institutionId: 'rcb', setOffFen: 30, on: today, debts: [{ claimId: 'claim-0', amountFen: 30 }] },
      },
      debts: [{ before, after: { ...before, parts: [] }, amountFen: 30 }],
      isMoreLeft: false,
    });
  });

  test('leaves alone what may still be remitted today', () => {
    expect(setOffOf(payable(100), [debt('claim-0', 30, today)], today)).toBeNull();
  });

  test('takes no more than is to be paid, from the debts in their order', () => {
    const found = setOffOf(payable(50), [debt('claim-0', 30), debt('claim-1', 30), debt('claim-2', 30)], today);
    expect(found?.event.data).toMatchObject({
      setOffFen: 50,
      debts: [
        { claimId: 'claim-0', amountFen: 30 },
        { claimId: 'claim-1', amountFen: 20 },
      ],
    });
    expect(found?.debts[1]?.after.parts).toMatchObject([{ owedFen: 10 }]);
  });

  test('passes a debt that is not overdue and goes on to the next', () => {
    const found = setOffOf(payable(50), [debt('claim-0', 30, today), debt('claim-1', 5)], today);
    expect(found?.event.data.debts).toEqual([{ claimId: 'claim-1', amountFen: 5 }]);
  });

  test('is nothing where nothing is to be paid, or nothing is owed', () => {
    expect(setOffOf(payable(0), [debt('claim-0', 30)], today)).toBeNull();
    expect(setOffOf(payable(null), [debt('claim-0', 30)], today)).toBeNull();
    expect(setOffOf(payable(100), [], today)).toBeNull();
  });

  test('is done to settled claims alone', () => {
    expect(setOffOf({ ...claimIn.paid, payableFen: 100 }, [debt('claim-0', 30)], today)).toBeNull();
    expect(setOffOf({ ...claimIn.approved, payableFen: 100 }, [debt('claim-0', 30)], today)).toBeNull();
  });

  test('takes twenty debts at once, and leaves the others to the next', () => {
    const owed = Array.from({ length: 21 }, (_, index) => debt(`claim-${index}`, 1));
    expect(setOffOf(payable(100), owed, today)?.debts).toHaveLength(20);
    expect(setOffOf(payable(100), owed.slice(1), today)?.event.data.setOffFen).toBe(20);
  });
});
