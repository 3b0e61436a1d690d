import { dayAt } from '../../domain/calendar.ts';
import type { Actor } from '../../domain/event.ts';
import { attemptsMax, Unavailable, waitBeforeRetry } from '../../store/retry.ts';
import type { LineEntry } from '../../store/settlement-line.ts';
import { commit } from '../../store/transaction.ts';
import type { Services } from '../services.ts';
import { readFacts } from './line-facts.ts';
import type { Purse } from './line-step.ts';
import { settleCarryOver } from './settle-carry-over.ts';
import { settleClaim } from './settle-claim.ts';

/** How a place's turn went: it has left the line, or money does not meet it. */
export type Turn = 'left' | 'waits';

/**
 * Gives one place of the line its turn, at the instant now: decided on what is there, written under the condition that
 * all of it still is. Whoever else was at it meanwhile makes it read again.
 *
 * @throws Unavailable when the store did not take it in time, and Error where the facts contradict each other.
 */
export async function settlePlace(services: Services, entry: LineEntry, purse: Purse): Promise<Turn> {
  const { database } = services;
  const settle = entry.carryOverYear === null ? settleClaim : settleCarryOver;
  for (let attempt = 1; attempt <= attemptsMax; attempt += 1) {
    const at = services.now();
    const facts = await readFacts(database, entry, dayAt(at));
    const step = await settle(database, facts, purse, { at, actor: settlementWorker(entry.claimId) });
    if (step.kind === 'gone') return 'left';
    if (step.writes.length === 0 || (await commit(database, step.writes)) === 'committed') {
      return step.kind === 'waits' ? 'waits' : 'left';
    }
    await waitBeforeRetry(attempt);
  }
  throw new Unavailable(`claim ${entry.claimId} was not settled in ${attemptsMax} attempts`);
}

const settlementWorker = (claimId: string): Actor => ({
  sub: 'worker:settlement',
  org: 'system',
  role: 'worker',
  causedBy: claimId,
});
