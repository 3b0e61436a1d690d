import type { Document } from '../../domain/document.ts';
import type { Loan } from '../../domain/loan.ts';
import { mayReadLoan } from '../applications/access.ts';
import { type Caller, seesAll } from '../caller.ts';

/**
 * Whether a caller may read a document and fetch its content (api.md, "who sees what"): its owner, the office, the auditor;
 * and who reads loans by their claims or agenda items (finance, members), through a loan that it is evidence of. An
 * enterprise and a guarantor read the loan, but not the bank's papers.
 */
export function mayReadDocument(caller: Caller, { owner }: Document, linkedLoans: readonly Loan[]): boolean {
  if (seesAll(caller) || caller.org === owner) return true;
  return readsThroughLinks(caller) && linkedLoans.some((loan) => mayReadLoan(caller, loan));
}

/** Whether a caller's reading depends on what a document is linked to, so that others need not read the links. */
export const readsThroughLinks = ({ role }: Caller): boolean => role === 'finance' || role === 'member';
