import { runCheck } from '../../shared/operations/checks/run-check.ts';
import { verifyTrailStep } from '../../shared/operations/checks/verify-trail.ts';
import { job } from '../../shared/platform/job.ts';

/** Every night: proves that every history is whole and says the stored state (R30). */
export const handler = job('verify-trail', (services, at, context) =>
  runCheck(services, { check: 'verify-trail', at, ...context, step: (given, place) => verifyTrailStep(given, place) }),
);
