import { each } from './each.ts';

/**
 * api.md, "who sees what", field by field, and nothing of the code: for each answer and each field of it the roles that may
 * see it, by their first letters: Bank, Enterprise, Guarantor, Member, Finance. The office and the auditor see all. `own`:
 * only where the answer is about the caller's own institution. `@Name`: as in that answer. A field without a line is a
 * fault: whoever adds one decides here who may see it. A line covers what is within its field.
 */
export const visibleFields: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  Enterprise: {
    // A bank: while it has something open there.
    ...each('BEGMF', 'creditCode name formerNames listed listedSince basis qualifications nextChangeOn'),
    ...each('BE', 'exposureFen capFen leftFen'),
    ...each('E', 'exposureByInstitution'),
  },
  Eligibility: each('BEGMF', 'eligible on policy reasons.rule reasons.ok reasons.facts sufficient'),
  EligibilityQuestions: {
    ...each('BE', 'institutionId creditCode on asked questions.at questions.amountFen questions.by'),
    ...each('B own', 'questions.sub'),
  },
  Application: {
    ...each(
      'BEGMF',
      'applicationId creditCode institutionId appliedBy state amountFen approvedAmountFen reservedFen',
      'termMonths mode guarantorId agreementId purpose additionalSecurity projectId ownReference',
      'annualRateBp annualRatePpm submittedOn confirmedOn expiresOn reason loanId policy',
      'consentConfirmedOn consentRefusedOn',
    ),
    ...each('BEMF', 'consent'),
  },
  Loan: {
    ...each(
      'BEGMF',
      'loanId applicationId creditCode institutionId mode guarantorId agreementId contractNumber noteNumber',
      'principalFen outstandingFen disbursedOn maturesOn originalMaturesOn annualRateBp annualRatePpm',
      'overdueDays interestPaidFen lastRepaidOn extensions nonPerformingSince evidence writtenOffOn',
      'writeOffReason state policy importId',
    ),
    ...each('BGMF', 'class classAsOf bankOverdueDays unpaidInterestFen'),
  },
  ClaimReadiness: each('BGMF', 'loanId on ready missing estimate'),
  Claim: {
    ...each('BEGMF', 'claimId loanId creditCode institutionId mode guarantorId state'),
    ...each(
      'BGMF',
      'claimedFen principalLossFen interestLossFen statement defaultedOn suitFiledOn filedOn submittedOn',
      'note meetingId itemId proposedAssessedFen assessedFen resolvedAt lossFen shares uncoveredFen',
      'setOffFen payableFen working settledAt settlementYear paidOn voucherNumber heldBackFen recoveredFen',
      'remittedFen policy',
    ),
    ...each('BMF', 'evidence'),
  },
  CompensationEstimate: each('BEGMF', 'mode institutionId on policy lossFen shares uncoveredFen working'),
  Inclusion: each(
    'BEM',
    'inclusionId creditCode name innovationNeed financingLack evidence validUntil submittedBy submittedOn',
    'state meetingId itemId includedFrom reason',
  ),
  /** Finance, too, sees what a meeting decides. */
  InclusionOfAnAgenda: each(
    'MF',
    'inclusionId creditCode name innovationNeed financingLack evidence validUntil submittedBy submittedOn',
    'state meetingId itemId includedFrom reason',
  ),
  Institution: {
    ...each('BEGMF', 'institutionId name kind creditCode state admissions.state admissions.from'),
    ...each('BG own', 'admissions.reason'),
    ...each('B own', 'breaker'),
  },
  Agreement: each('BG', 'agreementId kind parties signedOn validUntil quotaFen feeBp usedFen leftFen'),
  Document: each(
    'BEGMF',
    'documentId owner kind fileName contentType bytes sha256 state announcedAt keptThrough uploadedAt uploadUrl',
    'headers downloadUrl expiresAt',
  ),
  Meeting: each(
    'MF',
    'meetingId title year number convenesOn form votingClosesAt state items votesVoided policy resolvedAt',
    'reason',
  ),
  MeetingRecord: {
    // A member: of its own unit's vote; finance sees persons.
    ...each(
      'MF',
      'meetingId title year number convenesOn form votingClosesAt state votesVoided policy resolvedAt',
      'reason units quorumUnits minVotingUnits resolutionHash itemsCarriedOut items.itemId items.kind',
      'items.claimId items.inclusionId items.creditCode items.claimedFen items.proposedAssessedFen',
      'items.outcome items.assessedFen items.figureReason items.votes.unit items.votes.vote',
      'items.votes.assessedFen items.votes.opinion items.votes.at items.tally items.reason items.note',
      'items.carriedOut items.held.since items.held.failures items.material.estimate',
    ),
    ...each('MF own', 'items.votes.by'),
    ...each('@Claim', 'items.material.claim'),
    ...each('@Loan', 'items.material.loan'),
    ...each('@InclusionOfAnAgenda', 'items.material.inclusion'),
  },
  Fund: each(
    'MF',
    'balanceFen cashFen appropriatedFen compensatedFen paidFen recoveredFen awaitingFen payableFen',
    'receivableFen spendableFen',
  ),
  FundEntry: each('BMF', 'entryId type bookedOn at document source lines reverses'),
  Appropriation: each('MF', 'appropriationId amountFen documentNumber appropriatedOn earlierUnderDocument'),
  SettlementLine: each('F', 'awaitingFen items'),
  PaymentRow: each(
    'F',
    'claimId institutionId institutionName creditCode enterpriseName loanId contractNumber meetingId',
    'settledOn lossFen shares uncoveredFen setOffFen payableFen version',
  ),
  Policy: each('BEGMF', 'policyId name state effectiveFrom effectiveThrough inForce source parameters builtIn'),
  Statistics: {
    ...each(
      'BEGMF',
      'asOf enterprisesListed byCategory loansCount loansCumulativeFen outstandingFen byMode',
      'creditAndIpShareBp compensatedFen claims byMonth',
    ),
    ...each('BMF own', 'byInstitution'),
    ...each('GMF own', 'byGuarantor'),
  },
};
