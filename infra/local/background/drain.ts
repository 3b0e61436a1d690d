import { setTimeout as sleep } from 'node:timers/promises';
import type { Consumer } from './consumer.ts';
import type { Upkeep } from './upkeep.ts';

/** Jobs were still in the outbox after all this patience; they are tried again, but nobody should wait. */
export class StillBusy extends Error {
  override readonly name = 'StillBusy';
}

const pauseMs = 10;
const ringEveryMs = 250;
/** How long nothing may have moved, with jobs waiting, before we give up: a job that fails each time never ends. */
const quietMsMax = 30_000;

/**
 * Waits until outbox and queues are empty. A doorbell that a failed worker has silenced is rung again, since the queue
 * alone would bring it back only when its visibility ends.
 *
 * @throws StillBusy when jobs remain that do not get done.
 */
export async function drain(consumers: readonly Consumer[], upkeep: Upkeep): Promise<void> {
  let quietSince = performance.now();
  let rungAt = performance.now();
  for (;;) {
    const idle = (await Promise.all(consumers.map((consumer) => consumer.isIdle()))).every(Boolean);
    if (!idle) quietSince = performance.now();
    else if (await upkeep.isOutboxEmpty()) return;
    else if (performance.now() - quietSince > quietMsMax) throw new StillBusy('Jobs in the outbox do not get done');
    else if (performance.now() - rungAt > ringEveryMs) {
      rungAt = performance.now();
      await upkeep.ringAll();
    }
    await sleep(pauseMs);
  }
}
