import { setOffOverdue } from '../../shared/operations/fund/set-off-overdue.ts';
import { job } from '../../shared/platform/job.ts';

/** Every night: sets off what institutions have not remitted in time against what is to be paid to them (R27). */
export const handler = job('carry-over-and-set-off', setOffOverdue);
