/** Takes one call from the allowance; false when it is used up. */
export type RateLimit = () => boolean;

/** Allows so many calls a second, and as many at once: the gateway's token bucket. */
export function createRateLimit(callsPerSecond: number, nowMs: () => number = () => performance.now()): RateLimit {
  let left = callsPerSecond;
  let filledAtMs = nowMs();
  return () => {
    const now = nowMs();
    left = Math.min(callsPerSecond, left + ((now - filledAtMs) * callsPerSecond) / 1000);
    filledAtMs = now;
    if (left < 1) return false;
    left -= 1;
    return true;
  };
}
