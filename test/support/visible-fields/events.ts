import { each } from './each.ts';

/** Who sees a field of a kind's events, by the letters of {@link visibleFields}; `type.field` before `field`. */
const everyone = 'BEGMF';
const noEnterprise = 'BGMF';
const papers = 'BMF';

/** api.md, "who sees what", for histories: what is not shown in a resource's answer is not shown in its events either. */
export const visibleEvents: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  enterprises: {
    ...each(everyone, 'creditCode name category certificateNumber issuedOn validUntil source on standing from until'),
    importId: '',
    row: '',
    inclusionId: 'EM',
  },
  applications: {
    ...each(
      everyone,
      'applicationId creditCode institutionId appliedBy amountFen termMonths mode guarantorId agreementId purpose policy',
      'submittedOn expiresOn additionalSecurity projectId ownReference approvedAmountFen annualRateBp annualRatePpm',
      'automatic confirmedOn reason on loanId disbursedOn',
      'countsAsOpen',
    ),
    ...each('BEMF', 'consent'),
  },
  loans: {
    ...each(
      everyone,
      'loanId applicationId creditCode institutionId mode guarantorId agreementId contractNumber noteNumber disbursedOn',
      'maturesOn annualRateBp annualRatePpm policy reportedOn amountFen importId appliedOn outstandingFen',
      'interestPaidFen originalMaturesOn repaidOn principalFen interestFen paidOn previousMaturesOn reason on since',
      'nonPerformingOn to nextChangeOn kind reference documentId datedOn addedOn claimId recoveredOn',
    ),
    ...each(noEnterprise, 'class asOf overdueDays unpaidInterestFen row loan-classified.reason'),
  },
  claims: {
    // An enterprise sees of its claim what it is about, and its states.
    ...each(everyone, 'claimId loanId creditCode institutionId mode guarantorId'),
    ...each(
      noEnterprise,
      'policy principalLossFen interestLossFen statement defaultedOn suitFiledOn submittedOn note reason because',
      'meetingId itemId proposedAssessedFen assessedFen resolvedAt neededFen lossFen shares uncoveredFen setOffFen',
      'payableFen working settledAt settlementYear carriedFen backFen heldBackFen year amountFen voucherNumber paidOn',
      'returnedOn costsFen netFen back recoveredOn final releasedFen remitBy receivedOn on',
    ),
    ...each(papers, 'evidence place entryId reverses debts failures claim-line-released.reason'),
  },
  inclusions: {
    ...each(
      'BEM',
      'inclusionId creditCode name innovationNeed financingLack evidence validUntil submittedOn meetingId itemId',
      'resolvedAt includedFrom reason from on submittedBy',
    ),
  },
  institutions: {
    ...each(everyone, 'institutionId name kind creditCode appliedOn state from'),
    ...each('BG own', 'reason on compensatedFen disbursedFen limitBp policy'),
  },
  meetings: each(
    'MF',
    'meetingId title convenesOn form votingClosesAt year number items added removed figures votesVoided itemId unit vote',
    'assessedFen opinion resolvedAt policy units reason',
  ),
  policies: {
    ...each(everyone, 'policyId name state effectiveFrom source parameters approvedOn'),
    ...each('', 'draftedBy approvedBy reason'),
  },
};
