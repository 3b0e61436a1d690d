import { setTimeout as sleep } from 'node:timers/promises';

/** So long the items of one transaction may become visible one after another; far more than DynamoDB takes. */
const visibleWithinMs = 200;

/**
 * What a check finds, if it still finds it a moment later: the items of a transaction that is being written become visible one
 * after another, and half of one looks like damage.
 */
export async function secondLook<Found>(look: () => Promise<readonly Found[]>): Promise<readonly Found[]> {
  const first = await look();
  if (first.length === 0) return first;
  await sleep(visibleWithinMs);
  return look();
}
