import type { Api } from '../support/api.ts';
import { untilImported } from '../support/api.ts';
import { expected } from '../support/lender.ts';

/** Papers that a claim must come with (R20, built in). */
const kinds = ['loan-contract', 'disbursement-voucher', 'collection-record', 'classification-record'];

const daysAgo = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);

/**
 * A claim that the office has accepted, of a loan like that of the first compensation: made before this system, its
 * interest paid, gone bad.
 */
export async function acceptedClaim(api: Api, creditCode: string, contractNumber: string): Promise<string> {
  const claimId = await submittedClaim(api, creditCode, contractNumber);
  expected(await api.post('office-1', `/v1/claims/${claimId}/acceptance`, { decision: 'accept' }));
  return claimId;
}

export async function submittedClaim(api: Api, creditCode: string, contractNumber: string): Promise<string> {
  const row = {
    creditCode,
    institutionId: 'rcb',
    contractNumber,
    amountFen: 30_000_000,
    mode: 'credit',
    appliedOn: daysAgo(510),
    disbursedOn: daysAgo(500),
    maturesOn: daysAgo(200),
    annualRateBp: 435,
    outstandingFen: 30_000_000,
    interestPaidFen: 1_100_000,
    class: 'doubtful',
  };
  const { importId } = expected(await api.post('office-1', '/v1/loan-imports', { rows: [row] }), 202);
  await untilImported(api, String(importId));
  const { items } = expected(await api.get('bank-rcb', `/v1/loans?creditCode=${creditCode}`));
  const [loan] = items as { loanId: string }[];
  for (const kind of kinds) {
    const paper = { kind, reference: `档案-${kind}`, datedOn: daysAgo(50) };
    expected(await api.post('bank-rcb', `/v1/loans/${loan?.loanId}/evidence`, paper), 201);
  }
  const claim = { principalLossFen: 30_000_000, interestLossFen: 0, evidence: [], statement: '客户未付款，无力归还' };
  return String(expected(await api.post('bank-rcb', `/v1/loans/${loan?.loanId}/claims`, claim), 201).claimId);
}
