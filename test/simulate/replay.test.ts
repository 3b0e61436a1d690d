import { expect, test } from 'vitest';
import { end, startDynamodb } from '../support/dynamodb.ts';
import { playHistory } from './history.ts';
import { TableSets } from './table-sets.ts';

test('a seed plays the same history again, to the last call and fault', async () => {
  const { endpoint, child } = await startDynamodb();
  const sets = new TableSets(endpoint);
  for (const seed of [7, 8]) {
    const first = await playHistory({ sets, seed });
    const again = await playHistory({ sets, seed });
    expect(again.story).toEqual(first.story);
    expect([...again.sites.fired]).toEqual([...first.sites.fired]);
    expect([again.wire.calls, again.tally.checks]).toEqual([first.wire.calls, first.tally.checks]);
  }
  sets.destroy();
  await end(child);
});
