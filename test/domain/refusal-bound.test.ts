import { describe, expect, test } from 'vitest';
import { accessKeptUntil } from '../../shared/domain/access.ts';
import {
  countedEveryMs,
  entriesPerMinute,
  ownEntriesPerMinute,
  RefusalBound,
} from '../../shared/domain/refusal-bound.ts';

const start = Date.parse('2026-03-02T02:00:00.000Z');
const sum = (counts: readonly number[]): number => counts.reduce((all, count) => all + count, 0);

describe('refusals of one caller', () => {
  test('get an entry each up to the bound, and the one above it gets none', () => {
    const bound = new RefusalBound();
    const counts = Array.from({ length: ownEntriesPerMinute + 1 }, () => bound.take('rcb someone', start));
    expect(counts).toEqual([...Array.from({ length: ownEntriesPerMinute }, () => 1), 0]);
  });

  test('above the bound are counted, and the count is written after ten seconds, not a millisecond sooner', () => {
    const bound = new RefusalBound();
    for (let call = 0; call < ownEntriesPerMinute + 5; call += 1) bound.take('rcb someone', start);
    expect(bound.take('rcb someone', start + countedEveryMs - 1)).toBe(0);
    expect(bound.take('rcb someone', start + countedEveryMs)).toBe(7);
  });

  test('begin anew with the minute, which says what the one before still held', () => {
    const bound = new RefusalBound();
    for (let call = 0; call < ownEntriesPerMinute + 3; call += 1) bound.take('rcb someone', start);
    expect(bound.take('rcb someone', start + 60_000)).toBe(4);
    expect(bound.take('rcb someone', start + 60_000)).toBe(1);
  });

  test('do not hide another caller’s', () => {
    const bound = new RefusalBound();
    for (let call = 0; call < 100; call += 1) bound.take('rcb someone', start);
    expect(bound.take('icbc another', start)).toBe(1);
  });
});

test('a flood from a thousand addresses writes no more than the bound of a minute, and later tells of every refusal', () => {
  const bound = new RefusalBound();
  const counts: number[] = [];
  for (let call = 0; call < 5_000; call += 1) counts.push(bound.take(`address 10.0.${call % 1_000}`, start + call));
  expect(counts.filter((count) => count > 0)).toHaveLength(entriesPerMinute);
  counts.push(bound.take('address 10.1.1', start + 30_000));
  expect(sum(counts)).toBe(5_001);
});

test('an entry is kept for the whole months, through the end of their last Shanghai day', () => {
  const seconds = (instant: string): number => Date.parse(instant) / 1000;
  expect(accessKeptUntil('2026-03-02T02:00:00.000Z', 12)).toBe(seconds('2027-03-02T16:00:00.000Z'));
  // 00:00 in Shanghai is the day after in UTC's eyes.
  expect(accessKeptUntil('2026-03-02T16:00:00.000Z', 6)).toBe(seconds('2026-09-03T16:00:00.000Z'));
});
