import { decideRepayment, type Repayment } from '../../domain/repayment.ts';
import { claimEndedByRepayment, openClaimKeys } from '../claims/end-with-loan.ts';
import { actOf, type CommandContext, type Outcome } from '../command.ts';
import type { Services } from '../services.ts';
import { changeLoan } from './change-loan.ts';

/**
 * Records a repayment (R17); in the same transaction its principal leaves the exposure (R11), and the last fen ends an
 * open claim. Refusals: {@link decideRepayment}'s.
 */
export const recordRepayment = (
  services: Services,
  context: CommandContext,
  loanId: string,
  repayment: Repayment,
): Promise<Outcome> =>
  changeLoan(services, context, loanId, (loan) => decideRepayment(loan, repayment, context.today), {
    alsoReads: openClaimKeys,
    alongside: (before, after, items) => claimEndedByRepayment(before, after, items, actOf(context)),
  });
