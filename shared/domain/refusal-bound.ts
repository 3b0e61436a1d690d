/** How many refusals of one caller get an entry of their own within a minute; the rest are counted. */
export const ownEntriesPerMinute = 10;

/** Entries that all callers together write within a minute; beyond it they are counted as one. */
export const entriesPerMinute = 120;

/** Counted refusals are written this often. */
export const countedEveryMs = 10_000;

interface Counted {
  readonly minute: number;
  written: number;
  held: number;
  writtenAtMs: number;
}

/** Who is counted where too many different callers are refused. */
const others = '*';

/**
 * Bounds what a flood of refusals writes: so many entries a minute for each caller and for all; what is beyond is counted, and
 * the count written at most every ten seconds. A count that is still held when the process ends is lost: the entries say "at
 * least", the log lines say each.
 */
export class RefusalBound {
  readonly #callers = new Map<string, Counted>();
  #minute = 0;
  #written = 0;

  /** Tells how many refusals the entry stands for that is to be written now; 0 writes none. */
  take(caller: string, nowMs: number): number {
    const minute = Math.floor(nowMs / 60_000);
    if (minute !== this.#minute) this.#begin(minute);
    const counted = this.#countOf(this.#written < entriesPerMinute ? caller : others, minute, nowMs);
    counted.held += 1;
    const isOwn = counted.written < ownEntriesPerMinute && this.#written < entriesPerMinute;
    if (!isOwn && nowMs - counted.writtenAtMs < countedEveryMs) return 0;
    const { held } = counted;
    counted.held = 0;
    counted.written += 1;
    counted.writtenAtMs = nowMs;
    this.#written += 1;
    return held;
  }

  /** Forgets who is quiet; what is held of others is written with their next refusal. */
  #begin(minute: number): void {
    this.#minute = minute;
    this.#written = 0;
    for (const [caller, { held }] of this.#callers) if (held === 0) this.#callers.delete(caller);
    if (this.#callers.size > entriesPerMinute) this.#callers.clear();
  }

  #countOf(caller: string, minute: number, nowMs: number): Counted {
    const known = this.#callers.get(caller);
    if (known?.minute === minute) return known;
    const counted = { minute, written: 0, held: known?.held ?? 0, writtenAtMs: known?.writtenAtMs ?? nowMs };
    this.#callers.set(caller, counted);
    return counted;
  }
}
