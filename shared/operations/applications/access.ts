import type { Application } from '../../domain/application.ts';
import type { Loan } from '../../domain/loan.ts';
import { type Caller, seesAll } from '../caller.ts';

/** Whose applications (and loans) a caller may read: api.md, "who sees what". */
export function mayReadLending(
  caller: Caller,
  parties: Pick<Application, 'creditCode' | 'institutionId' | 'guarantorId'>,
) {
  if (seesAll(caller)) return true;
  if (caller.role === 'bank') return parties.institutionId === caller.org;
  if (caller.role === 'enterprise') return parties.creditCode === caller.org;
  if (caller.role === 'guarantor') return parties.guarantorId === caller.org;
  // Members see those of agenda items and finance those of claims; what names neither is not theirs to read.
  return false;
}

/** Whether there is anything for {@link mayReadLending} to say yes to, so that a list for nobody reads nothing. */
export const readsSomeLending = (caller: Caller): boolean =>
  seesAll(caller) || ['bank', 'enterprise', 'guarantor'].includes(caller.role);

/** Finance sees the loans that were ever claimed for, beside those whom they concern. */
export const mayReadLoan = (caller: Caller, loan: Loan): boolean =>
  mayReadLending(caller, loan) || (caller.role === 'finance' && loan.claimId !== null);

export const readsSomeLoans = (caller: Caller): boolean => readsSomeLending(caller) || caller.role === 'finance';
