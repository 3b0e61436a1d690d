import { endInclusions } from '../../shared/operations/inclusions/end-due.ts';
import { job } from '../../shared/platform/job.ts';

/** Every night: says of exceptional inclusions that they have run out. */
export const handler = job('end-inclusions', endInclusions);
