import { anchorTrailStep } from '../../shared/operations/checks/anchor-trail.ts';
import { runCheck } from '../../shared/operations/checks/run-check.ts';
import { job } from '../../shared/platform/job.ts';

/** Every night: proves that no history was rewritten since the checkpoints were laid down, and lays down the next (R30). */
export const handler = job('anchor-trail', (services, at, context) =>
  runCheck(services, { check: 'anchor-trail', at, ...context, step: anchorTrailStep }),
);
