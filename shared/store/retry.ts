/** How often a write or an unfinished read is tried before the caller is told to come back. */
export const attemptsMax = 10;

const firstWaitMs = 15;
const longestWaitMs = 800;

/** Waits before the next attempt, longer each time and by chance, so that those who collided part. */
export async function waitBeforeRetry(attempt: number): Promise<void> {
  const most = Math.min(longestWaitMs, firstWaitMs * 2 ** (attempt - 1));
  // Chance is what parts them, so it cannot come from the seed of anything.
  await new Promise((resolve) => setTimeout(resolve, most * (0.3 + 0.7 * Math.random())));
}

/** The store did not take or give what was asked in {@link attemptsMax} attempts: the caller may come back. */
export class Unavailable extends Error {
  override readonly name = 'Unavailable';
}
