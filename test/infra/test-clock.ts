import type { Clock } from '../../infra/local/clock.ts';

/** A clock that stands still until it is moved, and keeps nothing. */
export function standingClock(instant: string): Clock {
  let now = Date.parse(instant);
  let night: string | null = null;
  let checks: string | null = null;
  return {
    isNew: true,
    shared: new SharedArrayBuffer(8),
    nowMs: () => now,
    moveTo: (instantMs) => {
      now = Math.max(now, instantMs);
    },
    lastNight: () => night,
    setLastNight: (day) => {
      night = day;
    },
    lastChecks: () => checks,
    setLastChecks: (day) => {
      checks = day;
    },
  };
}
