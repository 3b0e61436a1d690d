import { revokeInclusion } from '../../domain/enterprise-inclusion.ts';
import { decideInclusionRevocation } from '../../domain/inclusion-ending.ts';
import { refusedBy } from '../../domain/refusal.ts';
import { enterpriseLayout } from '../../store/enterprises.ts';
import { inclusionLayout } from '../../store/inclusions.ts';
import { bookIn, policyBookKey } from '../../store/policy-book.ts';
import { keyOfResource, storedIn } from '../../store/resource.ts';
import { actOf, type CommandContext, type Outcome, runCommand } from '../command.ts';
import { recordEnterprise } from '../list/list-change.ts';
import { refusalOfAccess } from '../resource-checks.ts';
import type { Services } from '../services.ts';
import { recordInclusion } from './record-inclusion.ts';
import { inclusionView } from './view.ts';

/**
 * The office revokes an inclusion in force: from today on it lists the enterprise no more, file and guard in the same
 * transaction. Refusals: {@link decideInclusionRevocation}'s.
 */
export function revokeApprovedInclusion(
  services: Services,
  context: CommandContext,
  inclusionId: string,
  reason: string,
): Promise<Outcome> {
  const { today } = context;
  return runCommand(services, context, {
    reads: [keyOfResource(inclusionLayout, inclusionId), policyBookKey],
    follow: (items) => {
      const stored = storedIn(items, inclusionLayout, inclusionId);
      return stored ? [keyOfResource(enterpriseLayout, stored.state.creditCode)] : [];
    },
    decide: (items) => {
      const stored = storedIn(items, inclusionLayout, inclusionId);
      const refusal = refusalOfAccess(context, stored, () => true);
      if (refusal || !stored) return refusal ?? refusedBy(null, 'not-found');
      const decision = decideInclusionRevocation(stored.state, { reason }, today);
      if (decision.kind === 'refused') return decision;
      const { creditCode } = stored.state;
      const file = storedIn(items, enterpriseLayout, creditCode);
      if (!file) throw new Error(`inclusion ${inclusionId} is in force and ${creditCode} has no file`);
      const act = actOf(context);
      const recorded = recordInclusion(stored, decision.events, act);
      const event = revokeInclusion(file.state, { inclusionId, from: today }, bookIn(items), today);
      const ofEnterprise = recordEnterprise(creditCode, file, [event], act);
      return {
        kind: 'change',
        writes: [...recorded.writes, ...ofEnterprise.writes],
        status: 200,
        body: inclusionView(recorded.stored),
        version: recorded.stored.version,
      };
    },
  });
}
