import { activatePolicies } from '../../shared/operations/policies/activate.ts';
import { job } from '../../shared/platform/job.ts';

/** Every night: has the whole list looked at for a policy version that has come into force. */
export const handler = job('activate-policies', activatePolicies);
