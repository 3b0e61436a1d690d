import type { ClaimRecoveryRecorded } from '../../domain/claim-event.ts';
import { type Debt, debtWith } from '../../domain/debt.ts';
import { policyNamed } from '../../domain/policy.ts';
import { decideRecovery, type Recovery, recoveredOf } from '../../domain/recovery.ts';
import { debtIn, debtKey, debtWrite } from '../../store/debts.ts';
import { loanLayout } from '../../store/loans.ts';
import { bookIn, policyBookKey } from '../../store/policy-book.ts';
import { keyOfResource, storedIn } from '../../store/resource.ts';
import { setOffDueWrite } from '../../store/set-off-due.ts';
import type { Write } from '../../store/transaction.ts';
import { actOf, type CommandContext, type Outcome } from '../command.ts';
import { bookEvents } from '../fund/book.ts';
import { recordLoan } from '../loans/record-loan.ts';
import type { Services } from '../services.ts';
import { changeClaim } from './change-claim.ts';
import { claimView } from './view.ts';

/**
 * Records a recovery (R27). In one transaction with it: the fund's part is owed by the institution, and what is principal
 * leaves the loan, the enterprise's exposure and the agreement's quota (R11, R12); with nothing outstanding the
 * enterprise is no longer in default (R16). Refusals: {@link decideRecovery}'s.
 */
export const recordRecovery = (
  services: Services,
  context: CommandContext,
  claimId: string,
  recovery: Recovery,
): Promise<Outcome> =>
  changeClaim(services, context, claimId, {
    view: claimView,
    reads: [policyBookKey],
    alsoReads: ({ loanId, institutionId }) => [keyOfResource(loanLayout, loanId), debtKey(institutionId, claimId)],
    decide: (claim, items) => {
      const { parameters } = policyNamed(bookIn(items), claim.policy);
      return decideRecovery(claim, recovery, parameters, context.today);
    },
    alongside: ({ institutionId, loanId }, items, { before, events }) => {
      const loan = storedIn(items, loanLayout, loanId);
      if (!loan) throw new Error(`claim ${claimId} is of no loan`);
      const debt = debtIn(items, institutionId, claimId);
      const recorded = events.filter((event) => event.type === 'claim-recovery-recorded');
      return recorded.flatMap(({ data }): readonly Write[] => [
        ...bookEvents('claims', claimId, before.version, events, context.at).writes,
        ...recordLoan(loan, [recoveredOf(loan.state, claimId, data)], actOf(context)).writes,
        ...(data.back.fundFen > 0 ? [debtWrite(debt, withRecovery(debt, data))] : []),
        ...(data.releasedFen > 0 ? [setOffDueWrite(institutionId, context.today)] : []),
      ]);
    },
  });

const withRecovery = (debt: Debt, { back, recoveredOn, remitBy }: ClaimRecoveryRecorded['data']): Debt =>
  debtWith(debt, { owedFen: back.fundFen, recoveredOn, remitBy });
