import { expect, test } from 'vitest';
import { playHistories } from './histories.ts';

// Two files of fifty, so that two workers share them.
test('no history of seeds 1 to 50 breaks a rule, whatever fails, comes twice, late or out of order', async () => {
  const { histories, failures } = await playHistories(1, 50);
  expect(failures.map(({ seed, violations }) => ({ seed, violations }))).toEqual([]);
  expect(histories).toBe(50);
}, 400_000);
