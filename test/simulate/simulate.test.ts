import { expect, test } from 'vitest';
import { playHistories } from './histories.ts';
import { commandsLeft, rareIn } from './report.ts';

// Two files of fifty, so that two workers share them.
test('no history of seeds 1 to 50 breaks a rule, whatever fails, comes twice, late or out of order', async () => {
  const summary = await playHistories(1, 50);
  const { histories, failures } = summary;
  expect(failures.map(({ seed, violations }) => ({ seed, violations }))).toEqual([]);
  expect(histories).toBe(50);
  // What nobody comes to is not looked at: every command of somebody is accepted in one of them, and what is rare is met.
  expect(commandsLeft(summary)).toEqual([]);
  expect(rareIn(summary).filter(([, count]) => count === 0)).toEqual([]);
}, 400_000);
