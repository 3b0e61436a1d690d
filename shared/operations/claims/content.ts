import type { Claim } from '../../domain/claim.ts';
import type { ClaimEvidence, Shares } from '../../domain/claim-event.ts';
import type { Stored } from '../../store/resource.ts';
import type { Caller } from '../caller.ts';

/**
 * A claim as the API shows it to a caller: guarantors without the bank's papers, enterprises the state alone. `working` is
 * its working in words.
 */
export const claimWith = <Working>({ state, version }: Stored<Claim>, caller: Caller, working: Working) => ({
  claimId: state.claimId,
  loanId: state.loanId,
  creditCode: state.creditCode,
  institutionId: state.institutionId,
  mode: state.mode,
  guarantorId: state.guarantorId,
  state: state.state,
  ...(caller.role === 'enterprise' ? nothingMore : contentOf(state, working)),
  ...(caller.role === 'guarantor' && { evidence: null }),
  version,
});

/** One that is not settled: it has no working yet, and a function of such claims need not carry the words for one. */
export const unsettledClaimView = (stored: Stored<Claim>, caller: Caller) => claimWith(stored, caller, null);

/** In the order in which it is read: the store keeps none. */
const sharesView = ({ fundFen, guarantorFen, institutionFen }: Shares) => ({ fundFen, guarantorFen, institutionFen });

const evidenceView = ({ kind, reference, documentId, datedOn }: ClaimEvidence) => ({
  kind,
  reference,
  documentId,
  datedOn,
});

const contentOf = <Working>(claim: Claim, working: Working) => ({
  claimedFen: claim.claimedFen,
  principalLossFen: claim.principalLossFen,
  interestLossFen: claim.interestLossFen,
  evidence: claim.evidence.map(evidenceView),
  statement: claim.statement,
  defaultedOn: claim.defaultedOn,
  suitFiledOn: claim.suitFiledOn,
  filedOn: claim.filedOn,
  submittedOn: claim.submittedOn,
  note: claim.note,
  meetingId: claim.meetingId,
  itemId: claim.itemId,
  proposedAssessedFen: claim.proposedAssessedFen,
  assessedFen: claim.assessedFen,
  resolvedAt: claim.resolvedAt,
  lossFen: claim.lossFen,
  shares: claim.shares && sharesView(claim.shares),
  uncoveredFen: claim.uncoveredFen,
  setOffFen: claim.setOffFen,
  payableFen: claim.payableFen,
  working,
  settledAt: claim.settledAt,
  settlementYear: claim.settlementYear,
  paidOn: claim.paidOn,
  voucherNumber: claim.voucherNumber,
  heldBackFen: claim.heldBackFen,
  recoveredFen: claim.recoveredFen,
  remittedFen: claim.remittedFen,
  policy: claim.policy,
});

const nothingMore: { readonly [Name in keyof ReturnType<typeof contentOf<null>>]: null } = {
  claimedFen: null,
  principalLossFen: null,
  interestLossFen: null,
  evidence: null,
  statement: null,
  defaultedOn: null,
  suitFiledOn: null,
  filedOn: null,
  submittedOn: null,
  note: null,
  meetingId: null,
  itemId: null,
  proposedAssessedFen: null,
  assessedFen: null,
  resolvedAt: null,
  lossFen: null,
  shares: null,
  uncoveredFen: null,
  setOffFen: null,
  payableFen: null,
  working: null,
  settledAt: null,
  settlementYear: null,
  paidOn: null,
  voucherNumber: null,
  heldBackFen: null,
  recoveredFen: null,
  remittedFen: null,
  policy: null,
};
