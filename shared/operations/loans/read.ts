import type { Loan } from '../../domain/loan.ts';
import { loanLayout } from '../../store/loans.ts';
import type { Stored } from '../../store/resource.ts';
import { mayReadLoan } from '../applications/access.ts';
import type { Caller } from '../caller.ts';
import { readClaim } from '../claims/read.ts';
import { readResource } from '../read-resource.ts';
import type { Services } from '../services.ts';

/** The loan, or null where it is not there or not the caller's to see. A member sees those whose claim is on an agenda. */
export async function readLoan(services: Services, caller: Caller, id: string): Promise<Stored<Loan> | null> {
  const stored = await readResource(services, loanLayout, id, () => true);
  return stored && (await maySeeLoan(services, caller, stored.state)) ? stored : null;
}

/** Whether a loan is the caller's to see: {@link mayReadLoan}, or for a member its claim's being on an agenda. */
export async function maySeeLoan(services: Services, caller: Caller, loan: Loan): Promise<boolean> {
  if (caller.role !== 'member') return mayReadLoan(caller, loan);
  return loan.claimId !== null && (await readClaim(services, caller, loan.claimId)) !== null;
}
