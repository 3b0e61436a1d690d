import { dayAt } from '../../domain/calendar.ts';
import { jobWrite } from '../../store/outbox.ts';
import { Unavailable } from '../../store/retry.ts';
import { isLineWaiting } from '../../store/settlement-line.ts';
import { commit } from '../../store/transaction.ts';
import { ringAll, secondRingAt } from '../command.ts';
import type { Services } from '../services.ts';
import { settlementJob } from './settlement-job.ts';

/**
 * The night's doorbell for the line: on the first day of a year what was carried over into it comes up (R24), and a new
 * year's cap may free what waits. Not rung while nothing waits.
 *
 * @throws Unavailable when the store did not take the job.
 */
export async function ringSettlementLine(services: Services, at: string): Promise<void> {
  if (!(await isLineWaiting(services.database, at))) return;
  const job = settlementJob(`night-${dayAt(at)}`);
  const outcome = await commit(services.database, [jobWrite(job, secondRingAt(at))]);
  if (outcome !== 'committed' && outcome !== 'unknown')
    throw new Unavailable('the line of settlement was not rung for');
  await ringAll(services, [job]);
}
