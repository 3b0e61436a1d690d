import { describe, expect, test } from 'vitest';
import { addDays } from '../../shared/domain/calendar.ts';
import { monthsBetween, periodsOf, periodsThrough } from '../../shared/domain/period.ts';

describe('periods of figures', () => {
  test('a day lies in its year, its month and itself', () => {
    expect(periodsOf('2024-10-31')).toEqual(['2024', '2024-10', '2024-10-31']);
  });

  test('the last day of a year is whole years, the day before it is months and days, the day after it one day more', () => {
    expect(periodsThrough(2022, '2023-12-31')).toEqual(['2022', '2023']);
    expect(periodsThrough(2022, '2024-01-01')).toEqual(['2022', '2023', '2024-01-01']);
    const before = periodsThrough(2022, '2023-12-30');
    expect(before.slice(0, 12)).toEqual(['2022', ...monthsBetween('2023-01', '2023-11')]);
    expect(before.slice(12)).toHaveLength(30);
  });

  test('the last day of a month is whole months', () => {
    expect(periodsThrough(2024, '2024-02-28')).toHaveLength(1 + 28);
    expect(periodsThrough(2024, '2024-02-29')).toEqual(['2024-01', '2024-02']);
    expect(periodsThrough(2024, '2024-03-01')).toEqual(['2024-01', '2024-02', '2024-03-01']);
  });

  test('of any day, every day from the first year’s first through it lies in exactly one period, and no later one does', () => {
    for (let last = '2024-01-01'; last < '2025-02-01'; last = addDays(last, 1)) {
      const periods = new Set(periodsThrough(2023, last));
      for (let day = '2023-01-01'; day < '2025-03-01'; day = addDays(day, 1)) {
        const held = periodsOf(day).filter((period) => periods.has(period)).length;
        if (held !== (day <= last ? 1 : 0)) expect.fail(`${day} is in ${held} periods through ${last}`);
      }
      expect(periods.size).toBeLessThanOrEqual(2 + 11 + 30);
    }
  });

  test('a day before the first year has no periods', () => {
    expect(periodsThrough(2024, '2023-12-30')).toEqual([]);
    expect(periodsThrough(2024, '2022-06-15')).toEqual([]);
  });

  test('months run over the end of a year', () => {
    expect(monthsBetween('2023-11', '2024-02')).toEqual(['2023-11', '2023-12', '2024-01', '2024-02']);
    expect(monthsBetween('2024-02', '2024-02')).toEqual(['2024-02']);
  });
});
