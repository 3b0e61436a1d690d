import { decideInclusionWithdrawal } from '../../domain/inclusion-request.ts';
import { refusedBy } from '../../domain/refusal.ts';
import { inclusionLayout } from '../../store/inclusions.ts';
import { keyOfResource, storedIn } from '../../store/resource.ts';
import { actOf, type CommandContext, type Outcome, runCommand } from '../command.ts';
import { refusalOfAccess } from '../resource-checks.ts';
import type { Services } from '../services.ts';
import { mayReadInclusion } from './access.ts';
import { recordInclusion } from './record-inclusion.ts';
import { inclusionView } from './view.ts';

/** Withdraws a request that is on no agenda yet. Refusals: {@link decideInclusionWithdrawal}'s. */
export function withdrawInclusion(
  services: Services,
  context: CommandContext,
  inclusionId: string,
  reason: string | null,
): Promise<Outcome> {
  return runCommand(services, context, {
    reads: [keyOfResource(inclusionLayout, inclusionId)],
    decide: (items) => {
      const stored = storedIn(items, inclusionLayout, inclusionId);
      const refusal = refusalOfAccess(context, stored, (inclusion) => mayReadInclusion(context.caller, inclusion));
      if (refusal || !stored) return refusal ?? refusedBy(null, 'not-found');
      const decision = decideInclusionWithdrawal(stored.state, { reason });
      if (decision.kind === 'refused') return decision;
      const recorded = recordInclusion(stored, decision.events, actOf(context));
      return {
        kind: 'change',
        writes: recorded.writes,
        status: 200,
        body: inclusionView(recorded.stored),
        version: recorded.stored.version,
      };
    },
  });
}
