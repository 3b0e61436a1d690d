import { builtInPolicies } from '../../shared/domain/built-in-policies.ts';
import { evolveLoan, type Loan, type LoanEvent, type LoanState } from '../../shared/domain/loan.ts';
import { policyNamed } from '../../shared/domain/policy.ts';
import { code } from './cases.ts';

export const { parameters } = policyNamed(builtInPolicies, 'measures-2024');

/** 364 days: the original term of the cases, so that an extension may reach 2028-02-28 (2028 is a leap year). */
export const disbursedOn = '2026-03-02';
export const maturesOn = '2027-03-01';

export const disbursedLoan: LoanEvent = {
  type: 'loan-disbursed',
  data: {
    loanId: 'loan-1',
    applicationId: 'app-1',
    creditCode: code,
    institutionId: 'rcb',
    mode: 'credit',
    guarantorId: null,
    agreementId: null,
    contractNumber: 'HT-1',
    noteNumber: '',
    amountFen: 1_000,
    disbursedOn,
    maturesOn,
    annualRateBp: 365,
    annualRatePpm: null,
    policy: 'measures-2024',
    reportedOn: disbursedOn,
  },
};

export const loanAfter = (...events: readonly LoanEvent[]): Loan =>
  events.reduce<Loan>(evolveLoan, evolveLoan(null, disbursedLoan));

const becameOverdue: LoanEvent = {
  type: 'loan-became-overdue',
  data: { since: '2027-03-02', nonPerformingOn: '2027-05-31' },
};
const becameNonPerforming: LoanEvent = { type: 'loan-became-non-performing', data: { since: '2027-05-31' } };
const repaid: LoanEvent = {
  type: 'loan-repayment-recorded',
  data: { principalFen: 1_000, interestFen: 0, paidOn: disbursedOn },
};
const writtenOff: LoanEvent = { type: 'loan-written-off', data: { on: '2027-06-01', reason: '核销' } };

const nonPerforming = loanAfter(becameOverdue, becameNonPerforming);

const claimed = evolveLoan(nonPerforming, { type: 'loan-claimed', data: { claimId: 'claim-1' } });
const compensated = evolveLoan(claimed, { type: 'loan-compensated', data: { claimId: 'claim-1' } });

/** A loan in each state, by the shortest history that leads there. */
export const loanIn: Readonly<Record<LoanState, Loan>> = {
  active: loanAfter(),
  overdue: loanAfter(becameOverdue),
  'non-performing': nonPerforming,
  claimed,
  compensated,
  repaid: loanAfter(repaid),
  'written-off': evolveLoan(nonPerforming, writtenOff),
};

export const writtenOffAfterSettlement: Loan = evolveLoan(compensated, writtenOff);
