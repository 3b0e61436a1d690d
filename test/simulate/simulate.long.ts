import { expect, test } from 'vitest';
import { playHistories } from './histories.ts';

test('no history of seeds 101 to 600 breaks a rule, whatever fails, comes twice, late or out of order', async () => {
  const { histories, failures } = await playHistories(101, 500);
  expect(failures.map(({ seed, violations }) => ({ seed, violations }))).toEqual([]);
  expect(histories).toBe(500);
});
