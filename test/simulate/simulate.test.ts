import { expect, test } from 'vitest';
import { playHistories } from './histories.ts';
import { commandsLeft, rareIn } from './report.ts';

test('no history of seeds 1 to 100 breaks a rule, whatever fails, comes twice, late or out of order', async () => {
  const summary = await playHistories(1, 100);
  expect(summary.failures.map(({ seed, violations }) => ({ seed, violations }))).toEqual([]);
  expect(summary.histories).toBe(100);
  // What nobody comes to is not looked at: every command of somebody is accepted in one of them, and what is rare is met.
  expect(commandsLeft(summary)).toEqual([]);
  expect(rareIn(summary).filter(([, count]) => count === 0)).toEqual([]);
}, 400_000);
