import { AsyncLocalStorage } from 'node:async_hooks';

const inHurry = new AsyncLocalStorage<true>();
const later = globalThis.setTimeout;

const atOnce = (act: (...values: unknown[]) => void, ms?: number, ...values: unknown[]) =>
  later(act, inHurry.getStore() ? 0 : ms, ...values);
globalThis.setTimeout = Object.assign(atOnce, later) as typeof globalThis.setTimeout;

/**
 * Does something in which no wait is waited for: a retry waits so that those who collided part, and in a history they meet
 * by its seed alone.
 */
export const inNoTime = <Result>(act: () => Promise<Result>): Promise<Result> => inHurry.run(true, act);
