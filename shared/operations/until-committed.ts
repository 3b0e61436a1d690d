import { attemptsMax, patience, RefusedAgainAndAgain, Unavailable, waitBeforeRetry } from '../store/retry.ts';
import type { Commit } from '../store/transaction.ts';

/** How one attempt went: what it came to, or how its transaction ended that did not come through. */
export type Attempt<Result> = { readonly done: Result } | { readonly outcome: Exclude<Commit, 'committed'> };

/** What was refused is decided anew at once; only what is busy needs a while. */
const onceRefused = { ...patience, longestWaitMs: 100 };

/**
 * Reads, decides and writes one item afresh until its transaction comes through; the one loop of what no caller waits for.
 *
 * @param item names what is written in the words of the error, for example `loan loan_1`.
 * @throws RefusedAgainAndAgain if the store refused each of the attempts, and Unavailable if it was busy at one of them.
 */
export async function untilCommitted<Result>(item: string, attempt: () => Promise<Attempt<Result>>): Promise<Result> {
  let refused = 0;
  for (let count = 1; count <= attemptsMax; count += 1) {
    const ended = await attempt();
    if ('done' in ended) return ended.done;
    const isRefused = ended.outcome === 'refused';
    if (isRefused) refused += 1;
    await waitBeforeRetry(count, isRefused ? onceRefused : patience);
  }
  if (refused === attemptsMax) throw new RefusedAgainAndAgain(item);
  throw new Unavailable(`${item} was not written in ${attemptsMax} attempts`);
}
