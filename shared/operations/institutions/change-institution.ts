import type { Institution, InstitutionEvent } from '../../domain/institution.ts';
import { type Decision, refusedBy } from '../../domain/refusal.ts';
import { institutionLayout } from '../../store/institutions.ts';
import type { Items } from '../../store/read.ts';
import { record, storedIn } from '../../store/resource.ts';
import type { Write } from '../../store/transaction.ts';
import { actOf, type CommandContext, type Outcome, runCommand } from '../command.ts';
import { refusalOfAccess } from '../resource-checks.ts';
import type { Services } from '../services.ts';
import { standingKeys, standingOf } from './breaker-standing.ts';
import { institutionView } from './view.ts';

export interface InstitutionCommand {
  readonly decide: (institution: Institution, items: Items) => Decision<InstitutionEvent>;
  /** What else is written, or checked, in the same transaction. */
  readonly alongside?: (items: Items) => readonly Write[];
}

/** Runs a command on an institution that exists and answers the institution. */
export function changeInstitution(
  services: Services,
  context: CommandContext,
  institutionId: string,
  { decide, alongside = () => [] }: InstitutionCommand,
): Promise<Outcome> {
  return runCommand(services, context, {
    reads: standingKeys(institutionId),
    decide: (items) => {
      const stored = storedIn(items, institutionLayout, institutionId);
      const refusal = refusalOfAccess(context, stored, () => true);
      if (refusal || !stored) return refusal ?? refusedBy(null, 'not-found');
      const decision = decide(stored.state, items);
      if (decision.kind === 'refused') return decision;
      const recorded = record(institutionLayout, institutionId, stored, decision.events, actOf(context));
      return {
        kind: 'change',
        writes: [...recorded.writes, ...alongside(items)],
        status: 200,
        body: institutionView(standingOf(recorded.stored, items, context.today), context.caller, context.today),
        version: recorded.stored.version,
      };
    },
  });
}
