import type { Application, Consent } from '../../domain/application.ts';
import type { Stored } from '../../store/resource.ts';
import type { Caller } from '../caller.ts';

/**
 * An application as the API shows it: the state as stored, with its version. A guarantor reads it without the bank's papers: of the
 * enterprise's authorisation it sees nothing.
 */
export const applicationView = (
  { state, version }: Stored<Application>,
  caller: Pick<Caller, 'role'> | null = null,
) => ({
  applicationId: state.applicationId,
  creditCode: state.creditCode,
  institutionId: state.institutionId,
  appliedBy: state.appliedBy,
  state: state.state,
  amountFen: state.amountFen,
  approvedAmountFen: state.approvedAmountFen,
  reservedFen: state.reservedFen,
  termMonths: state.termMonths,
  mode: state.mode,
  guarantorId: state.guarantorId,
  agreementId: state.agreementId,
  purpose: state.purpose,
  additionalSecurity: state.additionalSecurity,
  projectId: state.projectId,
  ownReference: state.ownReference,
  consent: state.consent && caller?.role !== 'guarantor' ? consentView(state.consent) : null,
  consentConfirmedOn: state.consentConfirmedOn ?? null,
  consentRefusedOn: state.consentRefusedOn ?? null,
  annualRateBp: state.annualRateBp,
  annualRatePpm: state.annualRatePpm,
  submittedOn: state.submittedOn,
  confirmedOn: state.confirmedOn,
  expiresOn: state.expiresOn,
  reason: state.reason,
  loanId: state.loanId,
  policy: state.policy,
  version,
});

/** Stored maps come back in any order; an answer's fields keep theirs. */
const consentView = ({ number, signedOn, documentId, reference }: Consent) => ({
  number,
  signedOn,
  documentId,
  reference,
});
