import type { Application } from '../../domain/application.ts';
import type { Stored } from '../../store/resource.ts';

/** An application as the API shows it: the state as stored, with its version. */
export const applicationView = ({ state, version }: Stored<Application>) => ({
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
