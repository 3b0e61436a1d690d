import type { Evidence } from '../../domain/loan.ts';
import { decideEvidence } from '../../domain/loan-evidence.ts';
import type { CommandContext, Outcome } from '../command.ts';
import { namedDocuments } from '../documents/use.ts';
import type { Services } from '../services.ts';
import { changeLoan } from './change-loan.ts';

/**
 * Keeps a piece of evidence with the loan (R20). Refusals: {@link decideEvidence}'s, then `document-not-valid` where it
 * names a document that is not the bank's own, not uploaded, or not what was announced.
 */
export const addEvidence = (
  services: Services,
  context: CommandContext,
  loanId: string,
  evidence: Omit<Evidence, 'addedOn'>,
): Promise<Outcome> =>
  changeLoan(services, context, loanId, (loan) => decideEvidence(loan, evidence, context.today), {
    status: 201,
    documents: namedDocuments([evidence], { kind: 'loans', id: loanId }),
  });
