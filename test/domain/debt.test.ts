import { expect, test } from 'vitest';
import { type Debt, debtLess, debtWith, nextOverdueOn, overdueOf, owedOf } from '../../shared/domain/debt.ts';

const part = (recoveredOn: string, remitBy: string, owedFen: number) => ({ recoveredOn, remitBy, owedFen });
const debt: Debt = {
  claimId: 'claim-1',
  institutionId: 'rcb',
  parts: [part('2027-07-01', '2027-07-31', 100), part('2027-08-01', '2027-08-31', 50)],
  seenThrough: '',
};

test('what was recovered on 1 July is in time through the thirtieth day, and overdue on the day after', () => {
  expect(overdueOf(debt, '2027-07-31')).toBe(0);
  expect(overdueOf(debt, '2027-08-01')).toBe(100);
  expect(overdueOf(debt, '2027-08-31')).toBe(100);
  expect(overdueOf(debt, '2027-09-01')).toBe(150);
});

test('what is handed over pays the oldest first', () => {
  expect(debtLess(debt, 99).parts.map(({ owedFen }) => owedFen)).toEqual([1, 50]);
  expect(debtLess(debt, 100).parts.map(({ owedFen }) => owedFen)).toEqual([50]);
  expect(debtLess(debt, 101).parts.map(({ owedFen }) => owedFen)).toEqual([49]);
  expect(debtLess(debt, 150).parts).toEqual([]);
  expect(() => debtLess(debt, 151)).toThrow(new RangeError('1 fen more than claim claim-1 owes'));
  expect(owedOf(debt)).toBe(150);
});

test('a recovery of which the fund has nothing owes nothing', () => {
  expect(debtWith(debt, part('2027-08-01', '2027-08-31', 0))).toBe(debt);
  expect(owedOf(debtWith(debt, part('2027-08-01', '2027-08-31', 1)))).toBe(151);
});

test('the night looks at it on each day on which something more is overdue, and then no more', () => {
  expect(nextOverdueOn(debt)).toBe('2027-08-01');
  expect(nextOverdueOn({ ...debt, parts: debt.parts.toReversed() })).toBe('2027-08-01');
  expect(nextOverdueOn({ ...debt, seenThrough: '2027-07-31' })).toBe('2027-08-01');
  expect(nextOverdueOn({ ...debt, seenThrough: '2027-08-01' })).toBe('2027-09-01');
  expect(nextOverdueOn({ ...debt, seenThrough: '2027-09-01' })).toBeNull();
  // A recovery reported only when its thirty days were over is looked at all the same.
  const late = debtWith({ ...debt, seenThrough: '2027-09-01' }, part('2027-08-02', '2027-09-01', 1));
  expect(nextOverdueOn(late)).toBe('2027-08-01');
});
