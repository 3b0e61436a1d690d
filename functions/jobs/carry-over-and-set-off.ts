import { setOffOverdue } from '../../shared/operations/fund/set-off-overdue.ts';
import { ringSettlementLine } from '../../shared/operations/settlement/ring-line.ts';
import { job } from '../../shared/platform/job.ts';

/**
 * Every night: sets off what institutions have not remitted in time against what is to be paid to them (R27), and rings
 * for the line of settlement, in which a new year meets what was carried over into it (R24).
 */
export const handler = job('carry-over-and-set-off', async (services, at) => {
  try {
    return await setOffOverdue(services, at);
  } finally {
    // A set-off that fails keeps nothing of the line waiting.
    await ringSettlementLine(services, at);
  }
});
