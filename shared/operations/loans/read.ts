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
  const isMember = caller.role === 'member';
  const stored = await readResource(services, loanLayout, id, (loan) => isMember || mayReadLoan(caller, loan));
  if (!stored || !isMember) return stored;
  const { claimId } = stored.state;
  return claimId !== null && (await readClaim(services, caller, claimId)) ? stored : null;
}
