import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openClock } from '../../infra/local/clock.ts';

const yearMs = 365 * 24 * 60 * 60 * 1000;

test('the clock is kept in its folder, goes on from there, and never goes back', () => {
  const folder = mkdtempSync(join(tmpdir(), 'clock-'));
  const clock = openClock(folder);
  expect(Math.abs(clock.nowMs() - Date.now())).toBeLessThan(1_000);

  const later = Date.now() + yearMs;
  clock.moveTo(later);
  clock.moveTo(Date.now());
  clock.setLastNight('2026-03-02');
  const again = openClock(folder);
  expect(again.nowMs()).toBeGreaterThanOrEqual(later);
  expect(again.nowMs()).toBeLessThan(later + 5_000);
  expect(again.lastNight()).toBe('2026-03-02');
});

test('a new clock begins at any instant, and only a new one', () => {
  const folder = mkdtempSync(join(tmpdir(), 'clock-'));
  const past = Date.parse('2024-02-29T00:00:00.000Z');
  const clock = openClock(folder, past);
  expect([clock.isNew, Math.abs(clock.nowMs() - past) < 1_000]).toEqual([true, true]);
  const again = openClock(folder, past - yearMs);
  expect([again.isNew, Math.abs(again.nowMs() - past) < 5_000]).toEqual([false, true]);
});
