import { type Claim, type ClaimState, evolveClaim } from '../../shared/domain/claim.ts';
import type { ClaimEvent, ClaimSubmitted } from '../../shared/domain/claim-event.ts';
import { code } from './cases.ts';

/** The case of 2023: 300,000 yuan, all interest of the agreed term paid. */
export const claimSubmitted: ClaimSubmitted = {
  type: 'claim-submitted',
  data: {
    claimId: 'claim-1',
    loanId: 'loan-1',
    creditCode: code,
    institutionId: 'rcb',
    mode: 'credit',
    guarantorId: null,
    policy: 'former-measures',
    principalLossFen: 30_000_000,
    interestLossFen: 0,
    evidence: [{ kind: 'loan-contract', reference: 'HT-1', documentId: null, datedOn: null }],
    statement: '借款人的客户未付款，展期届满仍无力归还',
    defaultedOn: null,
    suitFiledOn: null,
    submittedOn: '2023-07-03',
  },
};

const settled = {
  institutionId: 'rcb',
  setOffFen: 0,
  working: [],
  settledAt: '2023-09-12T02:00:00.000Z',
  settlementYear: 2023,
};

const payment = { institutionId: 'rcb', amountFen: 10_000_000, voucherNumber: 'V-1' };

/** One of each event. */
const events: readonly ClaimEvent[] = [
  claimSubmitted,
  { type: 'claim-returned', data: { note: '缺催收记录' } },
  {
    type: 'claim-resubmitted',
    data: {
      principalLossFen: 27_000_000,
      interestLossFen: 1_000_000,
      evidence: [],
      statement: '已补齐',
      defaultedOn: '2023-03-25',
      suitFiledOn: '2023-05-04',
      submittedOn: '2023-07-10',
    },
  },
  { type: 'claim-withdrawn', data: { reason: '另案处理', because: 'withdrawn-by-institution' } },
  { type: 'claim-accepted', data: { note: null } },
  {
    type: 'claim-put-on-agenda',
    data: { meetingId: 'meeting-1', itemId: 'item-1', proposedAssessedFen: 30_000_000 },
  },
  { type: 'claim-taken-off-agenda', data: { reason: '会议取消' } },
  {
    type: 'claim-approved',
    data: { meetingId: 'meeting-1', assessedFen: 30_000_000, resolvedAt: '2023-09-12T01:00:00.000Z', place: '0001' },
  },
  { type: 'claim-rejected', data: { reason: '不符合条件' } },
  { type: 'claim-deferred', data: { reason: '待补充核实' } },
  { type: 'claim-awaiting-funds', data: { neededFen: 18_000_000 } },
  {
    type: 'claim-settled',
    data: {
      ...settled,
      lossFen: 30_000_000,
      shares: { fundFen: 10_000_000, guarantorFen: 0, institutionFen: 20_000_000 },
      uncoveredFen: 8_000_000,
      payableFen: 10_000_000,
    },
  },
  {
    type: 'claim-carried-over',
    data: {
      institutionId: 'rcb',
      carriedFen: 8_000_000,
      shares: { fundFen: 18_000_000, guarantorFen: 0, institutionFen: 12_000_000 },
      uncoveredFen: 0,
      backFen: 0,
      heldBackFen: 0,
      payableFen: 8_000_000,
      working: [],
      year: 2024,
    },
  },
  { type: 'claim-line-released', data: { reason: '已更正', failures: 5 } },
  { type: 'claim-paid', data: { ...payment, paidOn: '2023-10-08', entryId: 'claim-1-9-1' } },
  {
    type: 'claim-payment-returned',
    data: { ...payment, returnedOn: '2023-10-10', reason: '账号有误', reverses: 'claim-1-9-1' },
  },
  {
    type: 'claim-recovery-recorded',
    data: {
      amountFen: 10_000_000,
      costsFen: 1_000_000,
      netFen: 9_000_000,
      back: { fundFen: 5_400_000, guarantorFen: 0, institutionFen: 3_600_000 },
      institutionId: 'rcb',
      recoveredOn: '2024-03-01',
      final: false,
      releasedFen: 0,
      remitBy: '2024-03-31',
    },
  },
  {
    type: 'claim-remittance-recorded',
    data: { institutionId: 'rcb', amountFen: 5_400_000, receivedOn: '2024-03-20', voucherNumber: 'S-1' },
  },
  {
    type: 'claim-set-off',
    data: {
      institutionId: 'rcb',
      setOffFen: 1_000_000,
      on: '2024-04-01',
      debts: [{ claimId: 'claim-0', amountFen: 1_000_000 }],
    },
  },
];

export function eventOf(type: ClaimEvent['type']): ClaimEvent {
  const found = events.find((event) => event.type === type);
  if (!found) throw new Error(`no ${type} among the cases`);
  return found;
}

export const anyClaim: Claim = evolveClaim(null, claimSubmitted);
export const claimAfter = (...after: readonly ClaimEvent[]): Claim => after.reduce<Claim>(evolveClaim, anyClaim);

const along = (...types: readonly ClaimEvent['type'][]): Claim => claimAfter(...types.map(eventOf));
const toAgenda = ['claim-accepted', 'claim-put-on-agenda'] as const;
const toApproved = [...toAgenda, 'claim-approved'] as const;

/** A claim in each state, by the shortest history that leads there. */
export const claimIn: Readonly<Record<ClaimState, Claim>> = {
  submitted: anyClaim,
  returned: along('claim-returned'),
  accepted: along('claim-accepted'),
  'on-agenda': along(...toAgenda),
  approved: along(...toApproved),
  'awaiting-funds': along(...toApproved, 'claim-awaiting-funds'),
  settled: along(...toApproved, 'claim-settled'),
  paid: along(...toApproved, 'claim-settled', 'claim-paid'),
  rejected: along(...toAgenda, 'claim-rejected'),
  deferred: along(...toAgenda, 'claim-deferred'),
  withdrawn: along('claim-withdrawn'),
};
