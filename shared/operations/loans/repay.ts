import { decideRepayment, type Repayment } from '../../domain/repayment.ts';
import type { CommandContext, Outcome } from '../command.ts';
import type { Services } from '../services.ts';
import { changeLoan } from './change-loan.ts';

/**
 * Records a repayment (R17); its principal leaves the exposure in the same transaction (R11). Refusals:
 * {@link decideRepayment}'s.
 */
export const recordRepayment = (
  services: Services,
  context: CommandContext,
  loanId: string,
  repayment: Repayment,
): Promise<Outcome> => changeLoan(services, context, loanId, (loan) => decideRepayment(loan, repayment, context.today));
