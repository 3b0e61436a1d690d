import type { Browser } from 'playwright-core';
import { Official, type OfficialOptions } from './official.ts';

export interface OfficialsOptions extends OfficialOptions {
  /** At a browser of their own in which nobody was before, for a story about signing in or what a browser keeps. */
  readonly isNew?: boolean;
}

/**
 * Those who have come once stay signed in and are called again: a sign-in loads the page twice, which is as much work as
 * most stories.
 */
export class Officials {
  readonly #browser: Browser;
  readonly #url: string;
  readonly #waiting = new Map<string, Official[]>();

  constructor(browser: Browser, url: string) {
    this.#browser = browser;
    this.#url = url;
  }

  /** Somebody signed in, at a place in the page; who has left before comes back to the same browser. */
  async come(who: string, hash = '', { isNew = false, ...options }: OfficialsOptions = {}): Promise<Official> {
    if (isNew) return Official.signedIn(this.#browser, this.#url, who, hash, options);
    // A screen that has changed its size is not one that has always had it.
    const waiting = this.#waitingAt(`${who} at ${options.width} × ${options.height}`);
    const known = waiting.pop();
    if (known) {
      await known.comesBack(hash, options.language);
      return known;
    }
    const leave = async (official: Official): Promise<void> => {
      await official.waits();
      waiting.push(official);
    };
    return Official.signedIn(this.#browser, this.#url, who, hash, { ...options, leave });
  }

  #waitingAt(seat: string): Official[] {
    const waiting = this.#waiting.get(seat) ?? [];
    this.#waiting.set(seat, waiting);
    return waiting;
  }
}
