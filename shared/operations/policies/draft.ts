import { decideDraft, type PolicyProposal, versionOf } from '../../domain/policy-version.ts';
import { policyLayout } from '../../store/policies.ts';
import { bookIn, policyBookKey } from '../../store/policy-book.ts';
import { record } from '../../store/resource.ts';
import { actOf, type CommandContext, type Outcome, runCommand } from '../command.ts';
import { refusalOfOperator } from '../resource-checks.ts';
import type { Services } from '../services.ts';
import { policyView } from './view.ts';

/**
 * Drafts a policy version with all its parameters (R1).
 *
 * Refusals: `validation-failed` (parameters that contradict each other), `date-out-of-range`.
 */
export function draftPolicy(
  services: Services,
  context: CommandContext,
  proposal: Omit<PolicyProposal, 'policyId'>,
): Promise<Outcome> {
  const policyId = services.newId('policy', context.at);
  return runCommand(services, context, {
    reads: [policyBookKey],
    decide: (items) => {
      const refusal = refusalOfOperator(context);
      if (refusal) return refusal;
      const book = bookIn(items);
      const decision = decideDraft({ ...proposal, policyId }, context.caller.sub, book, context.today);
      if (decision.kind === 'refused') return decision;
      const { stored, writes } = record(policyLayout, policyId, null, decision.events, actOf(context));
      return {
        kind: 'change',
        writes,
        status: 201,
        body: policyView({ policy: versionOf(stored.state, stored.version), book }, context.today),
        version: stored.version,
        location: `/v1/policies/${policyId}`,
      };
    },
  });
}
