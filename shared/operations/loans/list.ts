import type { Loan } from '../../domain/loan.ts';
import { comparable } from '../../domain/tidy.ts';
import { contractKeyOf, loanLayout } from '../../store/loans.ts';
import type { Stored } from '../../store/resource.ts';
import { mayReadLoan, readsSomeLoans } from '../applications/access.ts';
import type { Caller } from '../caller.ts';
import { asTenant, isAskedBy, type LendingFilter, lendingRange } from '../lending-list.ts';
import { type ListPage, type ListRange, listResources, nothingListed, type PageRequest } from '../listing.ts';
import type { Services } from '../services.ts';

export interface LoanFilter extends LendingFilter {
  readonly contractNumber?: string | undefined;
  readonly maturingBefore?: string | undefined;
}

/** Lists the loans that a caller may read through the narrowest index that the filter allows. */
export async function listLoans(
  services: Services,
  caller: Caller,
  filter: LoanFilter,
  page: PageRequest,
): Promise<ListPage<Stored<Loan>>> {
  if (!readsSomeLoans(caller)) return nothingListed;
  const matches = (loan: Loan): boolean => mayReadLoan(caller, loan) && isAsked(loan, filter);
  return listResources(services, loanLayout, rangeOf(caller, filter), matches, page);
}

function isAsked(loan: Loan, filter: LoanFilter): boolean {
  const { contractNumber, maturingBefore } = filter;
  return (
    isAskedBy(filter, loan) &&
    (contractNumber === undefined || comparable(loan.contractNumber) === comparable(contractNumber)) &&
    // What is repaid matures no more; the index of maturities holds the rest.
    (maturingBefore === undefined || (loan.outstandingFen > 0 && loan.maturesOn < maturingBefore))
  );
}

/** A contract is narrower than anything else; the maturities of all are asked only where nothing else narrows them. */
function rangeOf(caller: Caller, filter: LoanFilter): ListRange {
  const { institutionId } = asTenant(caller, filter);
  const { contractNumber, maturingBefore } = filter;
  if (institutionId !== undefined && contractNumber !== undefined) {
    const value = contractKeyOf(institutionId, contractNumber);
    return { index: 'byContract', partitionKey: 'contractKey', value };
  }
  const narrower = lendingRange(caller, filter);
  if (narrower) return narrower;
  if (maturingBefore === undefined) return { index: 'roster', partitionKey: 'roster', value: 'loans' };
  const before = { sortKey: 'maturityKey', value: maturingBefore };
  return { index: 'byMaturity', partitionKey: 'outstandingList', value: 'outstanding', before, ascending: true };
}
