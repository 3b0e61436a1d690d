import type { PolicyBook, PolicyVersion } from '../../domain/policy.ts';
import { type PolicyEvent, type PolicyFile, policyMoves, versionOf } from '../../domain/policy-version.ts';
import { type Decision, refusedBy, stateConflict } from '../../domain/refusal.ts';
import type { Job } from '../../store/outbox.ts';
import { policyLayout } from '../../store/policies.ts';
import { type BookItem, bookIn, policyBookKey } from '../../store/policy-book.ts';
import { keyOfResource, record, storedIn } from '../../store/resource.ts';
import type { Write } from '../../store/transaction.ts';
import { actOf, type CommandContext, type Outcome, runCommand } from '../command.ts';
import { refusalOfAccess } from '../resource-checks.ts';
import type { Services } from '../services.ts';
import { isBuiltIn, policyView } from './view.ts';

export interface PolicyCommand {
  readonly decide: (policy: PolicyFile, book: PolicyBook) => Decision<PolicyEvent>;
  /** What the command does beside the version's own change. */
  readonly also?: (
    changed: PolicyVersion,
    book: BookItem | undefined,
  ) => { readonly writes: readonly Write[]; readonly jobs: readonly Job[] };
}

/** Runs a command on a version that exists; one that came with the system is approved, and nothing can change it. */
export function changePolicy(
  services: Services,
  context: CommandContext,
  policyId: string,
  { decide, also }: PolicyCommand,
): Promise<Outcome> {
  return runCommand(services, context, {
    reads: [keyOfResource(policyLayout, policyId), policyBookKey],
    decide: (items) => {
      if (isBuiltIn(policyId)) return stateConflict('approved', policyMoves['policy-approved'].from);
      const stored = storedIn(items, policyLayout, policyId);
      const refusal = refusalOfAccess(context, stored, () => true);
      if (refusal || !stored) return refusal ?? refusedBy(null, 'not-found');
      const book = bookIn(items);
      const decision = decide(stored.state, book);
      if (decision.kind === 'refused') return decision;
      const recorded = record(policyLayout, policyId, stored, decision.events, actOf(context));
      const policy = versionOf(recorded.stored.state, recorded.stored.version);
      const beside = also?.(policy, items.get<BookItem>(policyBookKey));
      return {
        kind: 'change',
        writes: [...recorded.writes, ...(beside?.writes ?? [])],
        jobs: beside?.jobs ?? [],
        status: 200,
        body: policyView({ policy, book }, context.today),
        version: recorded.stored.version,
      };
    },
  });
}
