import { expect, test } from 'vitest';
import { playHistories } from './histories.ts';

test('no history of seeds 51 to 100 breaks a rule, whatever fails, comes twice, late or out of order', async () => {
  const { histories, failures } = await playHistories(51, 50);
  expect(failures.map(({ seed, violations }) => ({ seed, violations }))).toEqual([]);
  expect(histories).toBe(50);
}, 400_000);
