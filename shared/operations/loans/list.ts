import type { Loan } from '../../domain/loan.ts';
import { comparable, contractKeyOf, loanLayout } from '../../store/loans.ts';
import type { Stored } from '../../store/resource.ts';
import { mayReadLending, readsSomeLending } from '../applications/access.ts';
import type { Caller } from '../caller.ts';
import { type ListPage, type ListRange, listResources, nothingListed, type PageRequest } from '../listing.ts';
import type { Services } from '../services.ts';

export interface LoanFilter {
  readonly creditCode?: string | undefined;
  readonly institutionId?: string | undefined;
  readonly state?: string | undefined;
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
  if (!readsSomeLending(caller)) return nothingListed;
  const matches = (loan: Loan): boolean => mayReadLending(caller, loan) && isAsked(loan, filter);
  return listResources(services, loanLayout, rangeOf(caller, filter), matches, page);
}

function isAsked(loan: Loan, { creditCode, institutionId, state, contractNumber, maturingBefore }: LoanFilter) {
  return (
    (creditCode === undefined || loan.creditCode === creditCode) &&
    (institutionId === undefined || loan.institutionId === institutionId) &&
    (state === undefined || loan.state === state) &&
    (contractNumber === undefined || comparable(loan.contractNumber) === comparable(contractNumber)) &&
    // What is repaid matures no more; the index of maturities holds the rest.
    (maturingBefore === undefined || (loan.outstandingFen > 0 && loan.maturesOn < maturingBefore))
  );
}

/** What everybody else is asked by filter, tenants are asked by who they are: their range holds nothing of others. */
export function rangeOf(caller: Caller, filter: LoanFilter): ListRange {
  const institutionId = caller.role === 'bank' ? caller.org : filter.institutionId;
  const creditCode = caller.role === 'enterprise' ? caller.org : filter.creditCode;
  const { contractNumber, state, maturingBefore } = filter;
  if (institutionId !== undefined && contractNumber !== undefined) {
    const value = contractKeyOf(institutionId, contractNumber);
    return { index: 'byContract', partitionKey: 'contractKey', value };
  }
  if (creditCode !== undefined) return { index: 'byEnterprise', partitionKey: 'creditCode', value: creditCode };
  if (caller.role === 'guarantor') return { index: 'byGuarantor', partitionKey: 'guarantorId', value: caller.org };
  if (institutionId !== undefined && state !== undefined) {
    return { index: 'byInstitutionState', partitionKey: 'institutionState', value: `${institutionId}#${state}` };
  }
  if (institutionId !== undefined) {
    return { index: 'byInstitution', partitionKey: 'institutionId', value: institutionId };
  }
  if (state !== undefined) return { index: 'byState', partitionKey: 'state', value: state };
  if (maturingBefore !== undefined) {
    const before = { sortKey: 'maturityKey', value: maturingBefore };
    return { index: 'byMaturity', partitionKey: 'outstandingList', value: 'outstanding', before, ascending: true };
  }
  return { index: 'roster', partitionKey: 'roster', value: 'loans' };
}
