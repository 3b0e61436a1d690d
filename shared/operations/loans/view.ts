import type { Loan } from '../../domain/loan.ts';
import type { Stored } from '../../store/resource.ts';
import type { Caller } from '../caller.ts';

/** A loan as the API shows it to a caller: the enterprise does not see how the bank classifies it. */
export const loanView = ({ state, version }: Stored<Loan>, caller: Caller) => ({
  loanId: state.loanId,
  applicationId: state.applicationId,
  creditCode: state.creditCode,
  institutionId: state.institutionId,
  mode: state.mode,
  guarantorId: state.guarantorId,
  agreementId: state.agreementId,
  contractNumber: state.contractNumber,
  noteNumber: state.noteNumber,
  principalFen: state.principalFen,
  outstandingFen: state.outstandingFen,
  disbursedOn: state.disbursedOn,
  maturesOn: state.maturesOn,
  originalMaturesOn: state.originalMaturesOn,
  annualRateBp: state.annualRateBp,
  annualRatePpm: state.annualRatePpm,
  class: caller.role === 'enterprise' ? null : state.class,
  overdueDays: state.overdueDays,
  state: state.state,
  policy: state.policy,
  version,
});
