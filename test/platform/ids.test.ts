import { expect, test } from 'vitest';
import { newId } from '../../shared/platform/ids.ts';

test('an id says what it names, sorts by creation, and is never given twice', () => {
  const at = (ms: number): string => new Date(Date.UTC(2026, 2, 2) + ms).toISOString();
  const ids = Array.from({ length: 5_000 }, (_, index) => newId('app', at(Math.floor(index / 500))));
  expect(new Set(ids).size).toBe(5_000);
  expect(ids.every((id) => /^app-[0-9A-HJKMNP-TV-Z]{26}$/.test(id))).toBe(true);
  const creations = ids.map((id) => id.slice(0, 14));
  expect([...creations].sort()).toEqual(creations);
});
