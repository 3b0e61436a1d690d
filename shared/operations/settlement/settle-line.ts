import { claimHoldsLine } from '../../domain/alarm.ts';
import { dayAt, yearOf } from '../../domain/calendar.ts';
import { type Doorbell, ring } from '../../store/doorbell.ts';
import { jobDoneWrite } from '../../store/outbox.ts';
import { readWholeUpTo } from '../../store/resolved-meetings.ts';
import { RefusedAgainAndAgain, Unavailable } from '../../store/retry.ts';
import { failuresMax, failureWrite, type LineEntry, readLine } from '../../store/settlement-line.ts';
import { commit } from '../../store/transaction.ts';
import type { Services } from '../services.ts';
import type { Purse } from './line-step.ts';
import { settlePlace } from './settle-place.ts';
import type { SettlementMessage } from './settlement-job.ts';

export interface SettlementTurn {
  readonly hasTime: () => boolean;
}

/**
 * Works the line of approved claims from its front to its end (R25, R26), whatever doorbell rang, however often. In one
 * institution's line no claim passes another; of the city's money the first claim that cannot be met is the only one that
 * may take any, while those whose fund part is 0 pass; a claim that fails holds its own institution's line alone.
 *
 * @throws Error if a claim failed, so that the message comes again, and Unavailable if the store was too busy.
 */
export async function settleLine(
  services: Services,
  { jobId, message }: Doorbell,
  { hasTime }: SettlementTurn,
): Promise<void> {
  const { kind } = message as SettlementMessage;
  if (kind !== 'settlement-line') throw new Error(`the settlement worker knows no message ${JSON.stringify(kind)}`);
  const { database } = services;
  // Meetings first: of those resolved until now, all places up to the first that is being carried out are in the line then.
  // What is resolved later may be read out of its order, and rings for itself.
  const readAt = services.now();
  const wholeUpTo = await readWholeUpTo(database);
  const entries = await readLine(database);
  const year = yearOf(dayAt(services.now()));
  const blocked = new Set<string>();
  let purse: Purse = 'open';
  let isAhead = false;
  const failed: string[] = [];
  for (const entry of entries) {
    const { institutionId, claimId, place, carryOverYear } = entry;
    if (wholeUpTo !== null && place > wholeUpTo) break;
    if (place > `${readAt}~` && carryOverYear === null) {
      isAhead = true;
      break;
    }
    if (blocked.has(institutionId) || (carryOverYear ?? year) > year) continue;
    if (entry.heldSince !== null) {
      blocked.add(institutionId);
      continue;
    }
    if (!hasTime()) return ring(services.queues, { jobId, queue: 'settlement', message });
    try {
      if ((await settlePlace(services, entry, purse)) === 'left') continue;
      purse = 'closed';
    } catch (error) {
      // A busy store is no fault of the claim. One that the store refuses again and again is.
      if (error instanceof Unavailable && !(error instanceof RefusedAgainAndAgain)) throw error;
      await noteFailure(services, entry, error);
      failed.push(claimId);
    }
    blocked.add(institutionId);
  }
  if (failed.length > 0) throw new Error(`${failed.join(', ')} could not be settled`);
  // The job stays in the outbox for the sweeper, in case the clock of whoever resolved is ahead of this one.
  if (!isAhead) await commit(database, [jobDoneWrite(jobId, false)]);
}

/** Counts a claim's failure; the last one that is tried calls a person. */
async function noteFailure(services: Services, entry: LineEntry, error: unknown): Promise<void> {
  const { claimId, institutionId, place } = entry;
  const reason = String(error);
  const failures = entry.failures + 1;
  const outcome = await commit(services.database, [
    failureWrite(entry, reason.slice(0, 500).toWellFormed(), services.now()),
  ]);
  const facts = { claimId, institutionId, place, failures, error: reason, outcome };
  services.log.error(failures >= failuresMax ? claimHoldsLine : 'a claim was not settled', facts);
}
