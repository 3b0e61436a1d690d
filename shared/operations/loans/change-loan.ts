import type { Loan, LoanEvent } from '../../domain/loan.ts';
import { elapsed } from '../../domain/loan-due.ts';
import { type PolicyParameters, policyNamed } from '../../domain/policy.ts';
import { type Decision, refusedBy } from '../../domain/refusal.ts';
import type { ItemKey } from '../../store/database.ts';
import { loanLayout } from '../../store/loans.ts';
import type { Job } from '../../store/outbox.ts';
import { bookIn, policyBookKey } from '../../store/policy-book.ts';
import type { Items } from '../../store/read.ts';
import { keyOfResource, storedIn } from '../../store/resource.ts';
import { patienceInTurns } from '../../store/retry.ts';
import type { Write } from '../../store/transaction.ts';
import { mayReadLending } from '../applications/access.ts';
import { actOf, type CommandContext, type Outcome, runCommand } from '../command.ts';
import { type NamedDocuments, noDocuments } from '../documents/use.ts';
import { refusalOfAccess } from '../resource-checks.ts';
import type { Services } from '../services.ts';
import { recordLoan } from './record-loan.ts';
import { loanView } from './view.ts';

export interface LoanCommand {
  readonly status?: number;
  /** The documents that it names as evidence: linked in the same transaction, or they refuse it after its own rules. */
  readonly documents?: NamedDocuments;
  /** What else the loan names that must be read. */
  readonly alsoReads?: (loan: Loan) => readonly ItemKey[];
  /** What else happens in the same transaction, by the loan before and after. */
  readonly alongside?: (before: Loan, after: Loan, items: Items) => LoanBeside;
}

/** What a command does beside the loan's own change. */
export interface LoanBeside {
  readonly writes: readonly Write[];
  readonly jobs?: readonly Job[];
}

export const nothingBeside: LoanBeside = { writes: [] };

/**
 * Runs a bank's command on its own loan and answers the loan. It decides by the loan's own version (R2) on the loan as
 * the days have made it: what the night job has not said yet is said first, in the same transaction.
 */
export function changeLoan(
  services: Services,
  context: CommandContext,
  loanId: string,
  decide: (loan: Loan, parameters: PolicyParameters) => Decision<LoanEvent>,
  { status = 200, documents = noDocuments, alsoReads = () => [], alongside = () => nothingBeside }: LoanCommand = {},
): Promise<Outcome> {
  return runCommand(services, context, {
    // The bank's other loans of that moment count in the same figures.
    patience: patienceInTurns,
    reads: [keyOfResource(loanLayout, loanId), policyBookKey, ...documents.reads],
    follow: (items) => {
      const loan = storedIn(items, loanLayout, loanId)?.state;
      return loan ? alsoReads(loan) : [];
    },
    look: (items) => documents.look(services, context, items),
    decide: (items, contents) => {
      const stored = storedIn(items, loanLayout, loanId);
      const refusal = refusalOfAccess(context, stored, (loan) => mayReadLending(context.caller, loan));
      if (refusal || !stored) return refusal ?? refusedBy(null, 'not-found');
      const { parameters } = policyNamed(bookIn(items), stored.state.policy);
      const { loan, events } = elapsed(stored.state, parameters, context.today);
      const decision = decide(loan, parameters);
      if (decision.kind === 'refused') return decision;
      const used = documents.judge(context, items, contents);
      if (used.refusals[0]) return used.refusals[0];
      const recorded = recordLoan(stored, [...events, ...decision.events], actOf(context));
      const beside = alongside(loan, recorded.stored.state, items);
      return {
        kind: 'change',
        writes: [...recorded.writes, ...used.writes, ...beside.writes],
        jobs: beside.jobs ?? [],
        status,
        body: loanView(recorded.stored, context.caller, context.today),
        version: recorded.stored.version,
      };
    },
  });
}
