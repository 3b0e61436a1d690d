import { expect, test } from 'vitest';
import { everyFault } from './every-fault.ts';
import { scenarios } from './scenarios.ts';

test.each(scenarios)('whatever fails at whichever call, it ends as if nothing had: $name', async (scenario) => {
  const { violations, fired, planned } = await everyFault(scenario);
  expect(violations).toEqual([]);
  expect(fired).toBe(planned);
});
