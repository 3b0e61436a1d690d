import { dayAt } from '../../domain/calendar.ts';
import type { Actor } from '../../domain/event.ts';
import type { LineEntry } from '../../store/settlement-line.ts';
import { commit } from '../../store/transaction.ts';
import type { Services } from '../services.ts';
import { untilCommitted } from '../until-committed.ts';
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
 * @throws RefusedAgainAndAgain if the store refuses it again and again, Unavailable if the store is busy, and Error if the
 *   facts contradict each other.
 */
export async function settlePlace(services: Services, entry: LineEntry, purse: Purse): Promise<Turn> {
  const { database } = services;
  const settle = entry.carryOverYear === null ? settleClaim : settleCarryOver;
  return untilCommitted<Turn>(`claim ${entry.claimId}`, async () => {
    const at = services.now();
    const facts = await readFacts(database, entry, dayAt(at));
    const step = await settle(database, facts, purse, { at, actor: settlementWorker(entry.claimId) });
    if (step.kind === 'gone') return { done: 'left' };
    const outcome = step.writes.length === 0 ? 'committed' : await commit(database, step.writes);
    if (outcome !== 'committed') return { outcome };
    return { done: step.kind === 'waits' ? 'waits' : 'left' };
  });
}

const settlementWorker = (claimId: string): Actor => ({
  sub: 'worker:settlement',
  org: 'system',
  role: 'worker',
  causedBy: claimId,
});
