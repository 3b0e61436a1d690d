import type { Timekeeper } from './timekeeper.ts';

const tickMs = 1_000;

/**
 * Lets the timekeeper look at the clock every second, beginning now, and returns what stops it after the tick in progress.
 * A job that fails is told and comes again with its schedule.
 */
export function startTicking(timekeeper: Timekeeper): () => Promise<void> {
  let current: Promise<void> | null = null;
  const tick = (): void => {
    current ??= timekeeper
      .tick()
      .catch((error: unknown) => console.error(error instanceof Error ? error.message : error))
      .finally(() => {
        current = null;
      });
  };
  tick();
  const timer = setInterval(tick, tickMs);
  return async () => {
    clearInterval(timer);
    await current;
  };
}
