/** How often a write or an unfinished read is tried before the caller is told to come back. */
export const attemptsMax = 10;

const firstWaitMs = 15;
const longestWaitMs = 800;

/** How often a write is tried, and how long it waits in between at most. */
export interface Patience {
  readonly attemptsMax: number;
  readonly longestWaitMs: number;
}

export const patience: Patience = { attemptsMax, longestWaitMs };

/**
 * For what many write by turns, one item after another, such as units that vote, or a bank's commands, each of which has the
 * check of the bank in hand: whoever has just written comes back at once, so that few long waits would starve the others.
 * Many short ones let everybody through, until the command's deadline at the latest (decisions/0047).
 */
export const patienceInTurns: Patience = { attemptsMax: 120, longestWaitMs: 200 };

/** Waits before the next attempt, longer each time and by chance, so that those who collided part. */
export async function waitBeforeRetry(attempt: number, { longestWaitMs: longest } = patience): Promise<void> {
  const most = Math.min(longest, firstWaitMs * 2 ** (attempt - 1));
  // Chance is what parts them, so it cannot come from the seed of anything.
  await new Promise((resolve) => setTimeout(resolve, most * (0.3 + 0.7 * Math.random())));
}

/** The store did not take or give what was asked in {@link attemptsMax} attempts: the caller may come back. */
export class Unavailable extends Error {
  override readonly name: string = 'Unavailable';
}

/**
 * The store was there and refused a write again and again, though each attempt was decided on what had just been read: what
 * is stored contradicts itself, and waiting does not help. To a caller it is {@link Unavailable}; a worker or a night job
 * counts it as a failure of that one item and goes on with the others.
 */
export class RefusedAgainAndAgain extends Unavailable {
  override readonly name = 'RefusedAgainAndAgain';

  constructor(item: string) {
    super(`the store refused ${item} again and again; what is stored contradicts itself`);
  }
}
