import type { Day } from '../../domain/calendar.ts';
import { type Loan, overdueDaysOn } from '../../domain/loan.ts';
import type { Stored } from '../../store/resource.ts';
import type { Caller } from '../caller.ts';

/** A loan as the API shows it to a caller on a day: the enterprise does not see how the bank classifies it. */
export const loanView = ({ state, version }: Stored<Loan>, caller: Caller, today: Day) => ({
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
  ...(caller.role === 'enterprise' ? unclassified : classificationOf(state)),
  overdueDays: overdueDaysOn(state, today),
  interestPaidFen: state.interestPaidFen,
  lastRepaidOn: state.lastRepaidOn,
  extensions: state.extensions,
  nonPerformingSince: state.nonPerformingSince,
  evidence: state.evidence,
  writtenOffOn: state.writtenOffOn,
  writeOffReason: state.writeOffReason,
  state: state.state,
  policy: state.policy,
  importId: state.imported?.importId ?? null,
  version,
});

/** What the bank's classifications say; none of it is for the enterprise. */
const classificationOf = ({ class: reported, classAsOf, bankOverdueDays, unpaidInterestFen }: Loan) => ({
  class: reported,
  classAsOf,
  bankOverdueDays,
  unpaidInterestFen,
});

const unclassified = { class: null, classAsOf: null, bankOverdueDays: null, unpaidInterestFen: null };
