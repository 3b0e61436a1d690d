import { describe, expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  dayAt,
  daysBetween,
  isDay,
  lastDay,
  startOf,
  yearOf,
} from '../../shared/domain/calendar.ts';

describe('a day', () => {
  test.each(['2024-02-29', '2000-02-29', '2023-12-31', '0001-01-01', '9999-12-31'])('%s exists', (day) => {
    expect(isDay(day)).toBe(true);
  });

  test.each([
    '2023-02-29',
    '1900-02-29',
    '2024-04-31',
    '2024-13-01',
    '2024-00-10',
    '2024-01-00',
    '0000-01-01',
    '2024-2-9',
    '2024/02/09',
    '20240209',
    ' 2024-02-09',
    '2024-02-09 ',
    '2024-02-09T00:00:00Z',
    '+02024-02-09',
    '２０２４-02-09',
    '2024-02-09\n',
    '',
  ])('%j is none', (text) => {
    expect(isDay(text)).toBe(false);
  });

  test('begins at midnight in Shanghai, eight hours before the same midnight in Greenwich', () => {
    expect(dayAt('2026-03-01T15:59:59.999Z')).toBe('2026-03-01');
    expect(dayAt('2026-03-01T16:00:00.000Z')).toBe('2026-03-02');
    expect(startOf('2026-03-02')).toBe('2026-03-01T16:00:00.000Z');
    expect(dayAt('2025-12-31T16:00:00.000Z')).toBe('2026-01-01');
  });

  test('and so many days are counted over month ends, leap days and year ends', () => {
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
    expect(addDays('2023-02-28', 1)).toBe('2023-03-01');
    expect(addDays('2025-12-31', 1)).toBe('2026-01-01');
    expect(addDays('2024-03-01', -1)).toBe('2024-02-29');
    expect(addDays('2026-03-02', 0)).toBe('2026-03-02');
    expect(daysBetween('2021-03-25', '2022-03-24')).toBe(364);
    expect(daysBetween('2024-03-01', '2024-02-28')).toBe(-2);
    expect(yearOf('2026-03-02')).toBe(2026);
  });

  test('never passes the last day that the calendar speaks of', () => {
    expect(addDays('9999-12-30', 1)).toBe(lastDay);
    expect(addDays(lastDay, 1)).toBe(lastDay);
    expect(addMonths('9999-12-01', 1)).toBe(lastDay);
    expect(addMonths('9999-11-30', 1)).toBe('9999-12-30');
  });

  test.each([
    ['2024-01-31', 1, '2024-02-29'],
    ['2023-01-31', 1, '2023-02-28'],
    ['2023-01-30', 1, '2023-02-28'],
    ['2023-01-28', 1, '2023-02-28'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2024-02-29', 48, '2028-02-29'],
    ['2024-08-31', 1, '2024-09-30'],
    ['2024-12-31', 2, '2025-02-28'],
    ['2024-11-30', 1, '2024-12-30'],
    ['2024-12-15', 1, '2025-01-15'],
    ['2024-03-31', -1, '2024-02-29'],
    ['2024-01-15', -1, '2023-12-15'],
    ['2026-03-02', 36, '2029-03-02'],
    ['2026-03-02', 0, '2026-03-02'],
    ['0004-01-31', 1, '0004-02-29'],
    ['0003-01-31', 1, '0003-02-28'],
  ] as const)('%s and %i months is %s, cut to the end of the month', (day, months, expected) => {
    expect(addMonths(day, months)).toBe(expected);
  });
});
