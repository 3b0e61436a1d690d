import type { ClaimTerms } from '../../shared/domain/claim-event.ts';
import type { ClaimFacts } from '../../shared/domain/claim-readiness.ts';
import { decideClaim } from '../../shared/domain/claim-submission.ts';
import type { Loan } from '../../shared/domain/loan.ts';
import type { PolicyParameters } from '../../shared/domain/policy.ts';
import { loanIn, parameters } from './loan-cases.ts';

/** 1,000 fen outstanding, non-performing since 31 May 2027; 3.65 % over 364 days are 36.9 fen of interest. */
export const bad = loanIn['non-performing'];
export const today = '2027-06-15';
export const papers = parameters.requiredEvidence.map((kind) => ({
  kind,
  reference: 'A-1',
  documentId: null,
  datedOn: null,
}));

export const terms: ClaimTerms = {
  principalLossFen: 1_000,
  interestLossFen: 36,
  evidence: papers,
  statement: '无力归还',
  defaultedOn: null,
  suitFiledOn: null,
};
export interface Change {
  readonly loan?: Partial<Loan>;
  readonly policy?: Partial<PolicyParameters>;
  readonly use?: Partial<ClaimFacts['use']>;
  readonly today?: string;
}
export const factsOf = ({ loan = {}, policy = {}, use = {}, today: on = today }: Change = {}): ClaimFacts => ({
  loan: { ...bad, ...loan },
  parameters: { ...parameters, ...policy },
  use: { year: 2027, institutionFen: 0, fundFen: 0, ...use },
  today: on,
});
export const claimed = (claim: Partial<ClaimTerms> = {}, change: Change = {}) =>
  decideClaim('claim-1', { ...terms, ...claim }, factsOf(change), []);
