import { expireDueApplications } from '../../shared/operations/applications/expire-due.ts';
import { job } from '../../shared/platform/job.ts';

/** Every night: ends what nobody decided or disbursed in time. */
export const handler = job('expire-applications', expireDueApplications);
