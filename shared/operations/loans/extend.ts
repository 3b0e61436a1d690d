import { decideExtension, type Extension } from '../../domain/extension.ts';
import type { CommandContext, Outcome } from '../command.ts';
import type { Services } from '../services.ts';
import { changeLoan } from './change-loan.ts';

/**
 * Records an extension (R18). Refusals: {@link decideExtension}'s.
 */
export const extendLoan = (
  services: Services,
  context: CommandContext,
  loanId: string,
  extension: Extension,
): Promise<Outcome> =>
  changeLoan(services, context, loanId, (loan, parameters) =>
    decideExtension(loan, extension, parameters, context.today),
  );
