import { expect, test } from 'vitest';
import { leaseOf, roomOf } from '../../shared/domain/client-rate.ts';

const rate = { perMinute: 60, burst: 5 };
const now = Date.parse('2026-03-02T02:00:00.000Z');

test('a quiet client may make its whole burst at once', () => {
  expect(roomOf(rate, null, now)).toEqual({ calls: 5, waitMs: 0 });
  expect(roomOf(rate, now - 1, now)).toEqual({ calls: 5, waitMs: 0 });
});

test('the room is there on the millisecond, and not the one before', () => {
  expect(roomOf(rate, now + 5_000, now)).toEqual({ calls: 0, waitMs: 1_000 });
  expect(roomOf(rate, now + 5_000, now + 999)).toEqual({ calls: 0, waitMs: 1 });
  expect(roomOf(rate, now + 5_000, now + 1_000)).toEqual({ calls: 1, waitMs: 0 });
});

test('a process takes a thirtieth of a minute ahead, one at least, and never more than the burst', () => {
  expect(leaseOf({ perMinute: 600, burst: 300 })).toBe(20);
  expect(leaseOf({ perMinute: 29, burst: 300 })).toBe(1);
  expect(leaseOf({ perMinute: 600, burst: 7 })).toBe(7);
});
