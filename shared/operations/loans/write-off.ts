import { decideWriteOff } from '../../domain/write-off.ts';
import type { CommandContext, Outcome } from '../command.ts';
import type { Services } from '../services.ts';
import { changeLoan } from './change-loan.ts';

/**
 * Writes a loan off; what is not recovered stays in the exposure (R11). Refusals: {@link decideWriteOff}'s.
 */
export const writeOffLoan = (
  services: Services,
  context: CommandContext,
  loanId: string,
  writeOff: { readonly on: string; readonly reason: string },
): Promise<Outcome> => changeLoan(services, context, loanId, (loan) => decideWriteOff(loan, writeOff, context.today));
