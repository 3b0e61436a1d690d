import { type Admission, decideAdmission as decide } from '../../domain/institution.ts';
import { refusedBy } from '../../domain/refusal.ts';
import { institutionLayout } from '../../store/institutions.ts';
import { keyOfResource, record, storedIn } from '../../store/resource.ts';
import { actOf, type CommandContext, type Outcome, runCommand } from '../command.ts';
import { refusalOfAccess } from '../resource-checks.ts';
import type { Services } from '../services.ts';
import { institutionView } from './view.ts';

/** Admits, suspends or withdraws an institution from a day that may be past or ahead (R9). Refusal: `state-conflict`. */
export function decideAdmission(
  services: Services,
  context: CommandContext,
  institutionId: string,
  admission: Admission,
): Promise<Outcome> {
  return runCommand(services, context, {
    reads: [keyOfResource(institutionLayout, institutionId)],
    decide: (items) => {
      const stored = storedIn(items, institutionLayout, institutionId);
      const refusal = refusalOfAccess(context, stored, () => true);
      if (refusal || !stored) return refusal ?? refusedBy(null, 'not-found');
      const decision = decide(stored.state, admission);
      if (decision.kind === 'refused') return decision;
      const recorded = record(institutionLayout, institutionId, stored, decision.events, actOf(context));
      return {
        kind: 'change',
        writes: recorded.writes,
        status: 200,
        body: institutionView(recorded.stored, context.caller, context.today),
        version: recorded.stored.version,
      };
    },
  });
}
