import { refreshDue } from '../../shared/operations/list/refresh-due.ts';
import { job } from '../../shared/platform/job.ts';

/** Every night: has those enterprises looked at whose standing can change today. */
export const handler = job('refresh-list', refreshDue);
