import type { LoanEvent } from '../../domain/loan.ts';
import { type EventViews, kindView } from './event-view.ts';
import { allButEnterprise, everyone } from './readers.ts';

const terms = {
  loanId: everyone,
  applicationId: everyone,
  creditCode: everyone,
  institutionId: everyone,
  mode: everyone,
  guarantorId: everyone,
  agreementId: everyone,
  contractNumber: everyone,
  noteNumber: everyone,
  disbursedOn: everyone,
  maturesOn: everyone,
  annualRateBp: everyone,
  annualRatePpm: everyone,
  policy: everyone,
  reportedOn: everyone,
  amountFen: everyone,
} as const;

/** Loans: how the bank classifies them is not for the enterprise. */
const views: EventViews<LoanEvent> = {
  'loan-disbursed': { seenBy: everyone, data: terms },
  'loan-imported': {
    seenBy: everyone,
    data: {
      ...terms,
      importId: everyone,
      row: allButEnterprise,
      appliedOn: everyone,
      outstandingFen: everyone,
      interestPaidFen: everyone,
      originalMaturesOn: everyone,
      class: allButEnterprise,
      repaidOn: everyone,
    },
  },
  'loan-repayment-recorded': {
    seenBy: everyone,
    data: { principalFen: everyone, interestFen: everyone, paidOn: everyone },
  },
  'loan-extended': {
    seenBy: everyone,
    data: { maturesOn: everyone, previousMaturesOn: everyone, reason: everyone, on: everyone },
  },
  'loan-classified': {
    seenBy: allButEnterprise,
    data: {
      class: allButEnterprise,
      asOf: allButEnterprise,
      overdueDays: allButEnterprise,
      unpaidInterestFen: allButEnterprise,
      reason: allButEnterprise,
    },
  },
  'loan-became-overdue': { seenBy: everyone, data: { since: everyone, nonPerformingOn: everyone } },
  'loan-became-non-performing': { seenBy: everyone, data: { since: everyone } },
  'loan-cured': { seenBy: everyone, data: { to: everyone, on: everyone, nextChangeOn: everyone } },
  'loan-evidence-added': {
    seenBy: everyone,
    data: { kind: everyone, reference: everyone, documentId: everyone, datedOn: everyone, addedOn: everyone },
  },
  'loan-written-off': { seenBy: everyone, data: { on: everyone, reason: everyone } },
  'loan-claimed': { seenBy: everyone, data: { claimId: everyone } },
  'loan-claim-ended': { seenBy: everyone, data: { claimId: everyone, to: everyone } },
  'loan-compensated': { seenBy: everyone, data: { claimId: everyone } },
  'loan-recovered': { seenBy: everyone, data: { claimId: everyone, principalFen: everyone, recoveredOn: everyone } },
};

export const loanEvents = kindView('loans', views);
