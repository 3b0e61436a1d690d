import { decideApproval } from '../../domain/policy-version.ts';
import { bookWrite } from '../../store/policies.ts';
import { newRefreshWrites } from '../../store/refreshes.ts';
import { actOf, type CommandContext, type Outcome } from '../command.ts';
import { refreshAllJob } from '../list/refresh-job.ts';
import type { Services } from '../services.ts';
import { changePolicy } from './change-policy.ts';

/**
 * Approves a draft (R1): it joins the book in the same transaction, so that the next command reads it. Nothing is judged
 * by it before its day, but days on which a standing can next change (R7) may now be that day: the list is refreshed.
 *
 * Refusals: `four-eyes`, `state-conflict`, `date-out-of-range`.
 */
export function approvePolicy(services: Services, context: CommandContext, policyId: string): Promise<Outcome> {
  const { at, caller, today } = context;
  const refreshId = services.newId('refresh', at);
  const refresh = newRefreshWrites({ refreshId, reason: null, policyId }, actOf(context));
  return changePolicy(services, context, policyId, {
    decide: (policy, book) => decideApproval(policy, caller.sub, book, today),
    also: (approved, book) => ({
      writes: [bookWrite(book, approved), ...refresh],
      jobs: [refreshAllJob(refreshId)],
    }),
  });
}
