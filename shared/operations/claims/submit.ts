import { yearOf } from '../../domain/calendar.ts';
import type { ClaimTerms } from '../../domain/claim-event.ts';
import { decideClaim } from '../../domain/claim-submission.ts';
import { refusedBy } from '../../domain/refusal.ts';
import { claimLayout } from '../../store/claims.ts';
import { loanLayout } from '../../store/loans.ts';
import { policyBookKey } from '../../store/policy-book.ts';
import { keyOfResource, record, storedIn } from '../../store/resource.ts';
import { mayReadLoan } from '../applications/access.ts';
import { actOf, type CommandContext, type Outcome, runCommand } from '../command.ts';
import { recordLoan } from '../loans/record-loan.ts';
import { refusalOfAccess } from '../resource-checks.ts';
import type { Services } from '../services.ts';
import { unsettledClaimView } from './content.ts';
import { documentsOf } from './documents.ts';
import { claimFactsIn } from './facts.ts';
import { yearUseKeys } from './year-use.ts';

/**
 * Claims compensation of a loan's loss (R20): the claim begins `submitted` and the loan is `claimed`, in one transaction;
 * what the days have made of the loan is said first. Refusals: {@link decideClaim}'s.
 */
export function submitClaim(
  services: Services,
  context: CommandContext,
  loanId: string,
  terms: ClaimTerms,
): Promise<Outcome> {
  const { caller, today } = context;
  const claimId = services.newId('claim', context.at);
  const documents = documentsOf(terms, claimId);
  return runCommand(services, context, {
    // A bank only ever sees its own loans, so that the settlements are its own.
    reads: [
      keyOfResource(loanLayout, loanId),
      policyBookKey,
      ...yearUseKeys(caller.org, yearOf(today)),
      ...documents.reads,
    ],
    look: (items) => documents.look(services, context, items),
    decide: (items, contents) => {
      const loan = storedIn(items, loanLayout, loanId);
      const refusal = refusalOfAccess(context, loan, (state) => mayReadLoan(caller, state));
      if (refusal || !loan) return refusal ?? refusedBy(null, 'not-found');
      const { facts, events } = claimFactsIn(items, loan.state, caller, today);
      const used = documents.judge(context, items, contents);
      const decision = decideClaim(claimId, terms, facts, used.refusals);
      if (decision.kind === 'refused') return decision;
      const act = actOf(context);
      const claim = record(claimLayout, claimId, null, decision.events, act);
      const claimed = recordLoan(loan, [...events, { type: 'loan-claimed', data: { claimId } }], act);
      return {
        kind: 'change',
        writes: [...claim.writes, ...claimed.writes, ...used.writes],
        status: 201,
        body: unsettledClaimView(claim.stored, caller),
        version: claim.stored.version,
        location: `/v1/claims/${claimId}`,
      };
    },
  });
}
