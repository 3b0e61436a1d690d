import type { Loan } from '../../domain/loan.ts';
import { loanLayout } from '../../store/loans.ts';
import type { Stored } from '../../store/resource.ts';
import { mayReadLoan } from '../applications/access.ts';
import type { Caller } from '../caller.ts';
import { readResource } from '../read-resource.ts';
import type { Services } from '../services.ts';

/** The loan, or null where it is not there or not the caller's to see. */
export const readLoan = (services: Services, caller: Caller, id: string): Promise<Stored<Loan> | null> =>
  readResource(services, loanLayout, id, (loan) => mayReadLoan(caller, loan));
