import type { Claim } from '../../shared/domain/claim.ts';
import type { ClaimTerms } from '../../shared/domain/claim-event.ts';
import type { Loan } from '../../shared/domain/loan.ts';
import type { Services } from '../../shared/operations/services.ts';
import { claimLayout } from '../../shared/store/claims.ts';
import { loanLayout } from '../../shared/store/loans.ts';
import { readItems } from '../../shared/store/read.ts';
import { keyOfResource, type Stored, storedIn } from '../../shared/store/resource.ts';

/** A claim of 100,000,000 fen of principal with every paper that is required, and nothing out of the ordinary. */
export const aClaim = (change: Partial<ClaimTerms> = {}): ClaimTerms => ({
  principalLossFen: 100_000_000,
  interestLossFen: 0,
  evidence: ['loan-contract', 'disbursement-voucher', 'collection-record', 'classification-record'].map((kind) => ({
    kind,
    reference: `档案-${kind}`,
    documentId: null,
    datedOn: null,
  })),
  statement: '借款人的客户未付款，无力归还',
  defaultedOn: null,
  suitFiledOn: null,
  ...change,
});

export async function storedClaim({ database }: Services, claimId: string): Promise<Stored<Claim>> {
  const found = storedIn(await readItems(database, [keyOfResource(claimLayout, claimId)]), claimLayout, claimId);
  if (!found) throw new Error(`there is no claim ${claimId}`);
  return found;
}

export async function storedLoan({ database }: Services, loanId: string): Promise<Stored<Loan>> {
  const found = storedIn(await readItems(database, [keyOfResource(loanLayout, loanId)]), loanLayout, loanId);
  if (!found) throw new Error(`there is no loan ${loanId}`);
  return found;
}
