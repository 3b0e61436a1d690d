import { yearOf } from '../../domain/calendar.ts';
import type { Claim } from '../../domain/claim.ts';
import type { ClaimTerms } from '../../domain/claim-event.ts';
import { decideClaimResubmission } from '../../domain/claim-submission.ts';
import type { Loan } from '../../domain/loan.ts';
import { loanCheck, loanLayout } from '../../store/loans.ts';
import { policyBookKey } from '../../store/policy-book.ts';
import type { Items } from '../../store/read.ts';
import { keyOfResource, type Stored, storedIn } from '../../store/resource.ts';
import type { CommandContext, Outcome } from '../command.ts';
import type { Services } from '../services.ts';
import { changeClaim } from './change-claim.ts';
import { unsettledClaimView } from './content.ts';
import { documentsOf } from './documents.ts';
import { claimFactsIn } from './facts.ts';
import { yearUseKeys } from './year-use.ts';

/**
 * Files a returned claim again under its id, judged by the loan as it stands now, which the write asks again. Refusals:
 * {@link decideClaimResubmission}'s.
 */
export function resubmitClaim(
  services: Services,
  context: CommandContext,
  claimId: string,
  terms: ClaimTerms,
): Promise<Outcome> {
  const { caller, today } = context;
  return changeClaim(services, context, claimId, {
    view: unsettledClaimView,
    reads: [policyBookKey],
    documents: documentsOf(terms, claimId),
    alsoReads: ({ loanId, institutionId }) => [
      keyOfResource(loanLayout, loanId),
      ...yearUseKeys(institutionId, yearOf(today)),
    ],
    decide: (claim, items, _version, unusable) => {
      const { facts } = claimFactsIn(items, loanOf(claim, items).state, caller, today);
      return decideClaimResubmission(claim, terms, facts, unusable);
    },
    alongside: (claim, items) => [loanCheck(loanOf(claim, items))],
  });
}

function loanOf({ claimId, loanId }: Claim, items: Items): Stored<Loan> {
  const loan = storedIn(items, loanLayout, loanId);
  if (!loan) throw new Error(`claim ${claimId} is of a loan ${loanId} that is not there`);
  return loan;
}
