/** Every command that somebody gives in a history, and the call of the route table that it is. */
export const operationOf = {
  apply: 'submitApplication',
  'bank-review': 'reviewApplication',
  'office-review': 'reviewApplication',
  resubmit: 'resubmitApplication',
  withdraw: 'withdrawApplication',
  'say-consent': 'decideConsent',
  disburse: 'disburse',
  repay: 'recordRepayment',
  extend: 'extendLoan',
  classify: 'classifyLoan',
  'write-off': 'writeOffLoan',
  'add-evidence': 'addEvidence',
  announce: 'announceDocument',
  claim: 'submitClaim',
  'claim-again': 'resubmitClaim',
  'accept-claim': 'reviewClaim',
  'withdraw-claim': 'withdrawClaim',
  'release-line': 'releaseLine',
  convene: 'conveneMeeting',
  'change-agenda': 'changeAgenda',
  cancel: 'cancelMeeting',
  vote: 'castVote',
  resolve: 'resolveMeeting',
  'release-item': 'releaseMeetingItem',
  estimate: 'estimateCompensation',
  appropriate: 'appropriateFund',
  pay: 'payClaim',
  'payment-return': 'returnPayment',
  recover: 'recordRecovery',
  remit: 'recordRemittance',
  import: 'createImport',
  release: 'releaseImport',
  'cancel-import': 'cancelImport',
  refresh: 'createRefresh',
  'ask-inclusion': 'submitInclusion',
  'withdraw-inclusion': 'withdrawInclusion',
  'revoke-inclusion': 'revokeInclusion',
  agreement: 'createAgreement',
  institution: 'createInstitution',
  'release-breaker': 'releaseBreaker',
  admission: 'decideAdmission',
  'draft-policy': 'draftPolicy',
  'approve-policy': 'approvePolicy',
  'discard-policy': 'discardPolicy',
  'erase-name': 'eraseName',
  'lift-erasure': 'liftErasure',
  'retry-job': 'retryJob',
} as const;

export type CommandKind = keyof typeof operationOf;

/** Calls that change something and that no history makes, each with the reason. */
export const withoutAct: Readonly<Record<string, string>> = {
  createLoanImport:
    'Earlier loans come in once, before a city begins; every fault at every call of theirs is in test/operations/loan-imports.',
};

/** Refusals that only a rare turn of a city brings about, and that a sample must show all the same. */
export const rareRefusals = [
  'apply questions-used-up',
  'apply too-many-applications',
  'apply amount-below-minimum',
] as const;
