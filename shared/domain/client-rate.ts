/** How many calls a client may make. */
export interface ClientRate {
  /** In the long run. */
  readonly perMinute: number;
  /** At once, by a client that was quiet. */
  readonly burst: number;
}

/** The limits of a city: for every call by itself, and lower for lists, each with a bucket of its own. */
export interface ClientLimits {
  readonly calls: ClientRate;
  readonly lists: ClientRate;
}

export type LimitName = keyof ClientLimits;

/** What a city's clients may do unless it says otherwise: a batch of two hundred at once passes. */
export const usualClientLimits: ClientLimits = {
  calls: { perMinute: 600, burst: 300 },
  lists: { perMinute: 300, burst: 150 },
};

/** Milliseconds that one call takes of a client's time. */
export const intervalMs = ({ perMinute }: ClientRate): number => 60_000 / perMinute;

/** How long calls that a process has taken ahead may be used. */
export const leaseMs = 10_000;

/** Calls that a process takes ahead at a time: a thirtieth of a minute's, one at least. */
export const leaseOf = ({ perMinute, burst }: ClientRate): number =>
  Math.min(burst, Math.max(1, Math.floor(perMinute / 30)));

/** What a client has left at an instant, and when. */
export interface Room {
  /** Whole calls. */
  readonly calls: number;
  /** Until there is one more call; 0 if there is one. */
  readonly waitMs: number;
}

/**
 * The room of a client whose calls so far are paid through `paidThroughMs` (milliseconds since 1970; null for none). Each call pays
 * an interval ahead, and nobody may be ahead of now by more than the burst: in any time T at most burst + T ÷ interval pass.
 */
export function roomOf(rate: ClientRate, paidThroughMs: number | null, nowMs: number): Room {
  const ahead = Math.max(0, (paidThroughMs ?? 0) - nowMs);
  const left = rate.burst * intervalMs(rate) - ahead;
  const calls = Math.max(0, Math.floor(left / intervalMs(rate)));
  return { calls, waitMs: calls > 0 ? 0 : Math.max(1, Math.ceil(intervalMs(rate) - left)) };
}
