import type { Application } from '../../shared/domain/application.ts';
import { addDays, type Day } from '../../shared/domain/calendar.ts';
import { type Disbursement, decideDisbursement } from '../../shared/domain/disbursement.ts';
import {
  applicationAfter,
  approved,
  confirmed,
  expired,
  inState,
  someFacts,
  submitted,
  terms,
  today,
  underAgreement,
} from './cases.ts';

/** Of a confirmation of {@link today}. */
export const lastValidDay = addDays(today, 90);

export const aDisbursement = (change: Partial<Disbursement> = {}): Disbursement => ({
  loanId: 'loan-1',
  amountFen: terms.amountFen,
  disbursedOn: today,
  maturesOn: '2027-03-01',
  contractNumber: 'HT-1',
  noteNumber: '',
  annualRateBp: 365,
  annualRatePpm: null,
  ...change,
});

export const disburse = (
  change: Partial<Disbursement> = {},
  { facts = someFacts(), application = inState.confirmed as Application, day = today as Day, taken = false } = {},
) => decideDisbursement(application, aDisbursement(change), facts, taken, day);

/** A confirmation that has expired, as the night job left it. */
export const lapsed = applicationAfter(submitted(underAgreement), approved(), confirmed(), expired);
