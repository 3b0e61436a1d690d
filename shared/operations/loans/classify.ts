import { type Classification, decideClassification } from '../../domain/classification.ts';
import type { CommandContext, Outcome } from '../command.ts';
import type { Services } from '../services.ts';
import { changeLoan } from './change-loan.ts';

/**
 * Records a classification, and what follows from it for the loan's state (R19). Refusals:
 * {@link decideClassification}'s.
 */
export const classifyLoan = (
  services: Services,
  context: CommandContext,
  loanId: string,
  report: Classification,
): Promise<Outcome> =>
  changeLoan(services, context, loanId, (loan, parameters) =>
    decideClassification(loan, report, parameters, context.today),
  );
