import type { ClaimEvent } from '../../domain/claim-event.ts';
import { type EventViews, kindView } from './event-view.ts';
import { allButEnterprise, bankAndCity, everyone } from './readers.ts';

const party = allButEnterprise;

/** The papers, and what the bank says with them: in its answers a guarantor sees the words, but not the papers. */
const terms = {
  principalLossFen: party,
  interestLossFen: party,
  evidence: bankAndCity,
  statement: party,
  defaultedOn: party,
  suitFiledOn: party,
  submittedOn: party,
} as const;

/**
 * Claims: an enterprise sees its claim's states and when they changed, a guarantor all but the bank's papers and the
 * bank's other claims.
 */
const views: EventViews<ClaimEvent> = {
  'claim-submitted': {
    seenBy: everyone,
    data: {
      ...terms,
      claimId: everyone,
      loanId: everyone,
      creditCode: everyone,
      institutionId: everyone,
      mode: everyone,
      guarantorId: everyone,
      policy: party,
    },
  },
  'claim-returned': { seenBy: everyone, data: { note: party } },
  'claim-resubmitted': { seenBy: everyone, data: terms },
  'claim-withdrawn': { seenBy: everyone, data: { reason: party, because: party } },
  'claim-accepted': { seenBy: everyone, data: { note: party } },
  'claim-put-on-agenda': { seenBy: everyone, data: { meetingId: party, itemId: party, proposedAssessedFen: party } },
  'claim-taken-off-agenda': { seenBy: everyone, data: { reason: party } },
  'claim-approved': {
    seenBy: everyone,
    data: { meetingId: party, assessedFen: party, resolvedAt: party, place: bankAndCity },
  },
  'claim-rejected': { seenBy: everyone, data: { reason: party } },
  'claim-deferred': { seenBy: everyone, data: { reason: party } },
  'claim-awaiting-funds': { seenBy: everyone, data: { neededFen: party } },
  'claim-settled': {
    seenBy: everyone,
    data: {
      institutionId: everyone,
      lossFen: party,
      shares: party,
      uncoveredFen: party,
      setOffFen: party,
      payableFen: party,
      working: party,
      settledAt: party,
      settlementYear: party,
    },
  },
  'claim-carried-over': {
    seenBy: party,
    data: {
      institutionId: party,
      carriedFen: party,
      shares: party,
      uncoveredFen: party,
      backFen: party,
      heldBackFen: party,
      payableFen: party,
      working: party,
      year: party,
    },
  },
  'claim-line-released': { seenBy: bankAndCity, data: { reason: bankAndCity, failures: bankAndCity } },
  'claim-paid': {
    seenBy: everyone,
    data: { institutionId: everyone, amountFen: party, voucherNumber: party, paidOn: party, entryId: bankAndCity },
  },
  'claim-payment-returned': {
    seenBy: everyone,
    data: {
      institutionId: everyone,
      amountFen: party,
      voucherNumber: party,
      returnedOn: party,
      reason: party,
      reverses: bankAndCity,
    },
  },
  'claim-recovery-recorded': {
    seenBy: party,
    data: {
      institutionId: party,
      amountFen: party,
      costsFen: party,
      netFen: party,
      back: party,
      recoveredOn: party,
      final: party,
      releasedFen: party,
      remitBy: party,
    },
  },
  'claim-remittance-recorded': {
    seenBy: party,
    data: { institutionId: party, amountFen: party, receivedOn: party, voucherNumber: party },
  },
  'claim-set-off': {
    seenBy: party,
    data: { institutionId: party, setOffFen: party, on: party, debts: bankAndCity },
  },
};

export const claimEvents = kindView('claims', views);
