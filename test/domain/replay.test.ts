import { describe, expect, test } from 'vitest';
import { type ApplicationEvent, evolveApplication, hasLapsed, isOpen } from '../../shared/domain/application.ts';
import { addDays } from '../../shared/domain/calendar.ts';
import { evolveLoan, type LoanDisbursed } from '../../shared/domain/loan.ts';
import {
  applicationAfter,
  approved,
  code,
  confirmed,
  disbursed,
  expired,
  historyTo,
  inState,
  rejected,
  returned,
  states,
  submitted,
  terms,
  today,
  underAgreement,
  withdrawn,
} from './cases.ts';

describe('replay of an application', () => {
  test.each(states)('gives %s by its shortest history', (state) => {
    expect(applicationAfter(...historyTo[state]).state).toBe(state);
  });

  test('begins with what was applied for and nothing decided', () => {
    const event = submitted(underAgreement);
    expect(applicationAfter(event)).toStrictEqual({
      ...event.data,
      state: 'submitted',
      reservedFen: terms.amountFen,
      approvedAmountFen: null,
      annualRateBp: null,
      annualRatePpm: null,
      confirmedOn: null,
      confirmationExpiredOn: null,
      reason: null,
      loanId: null,
    });
  });

  test.each([
    ['reserves what was applied for', [submitted()], terms.amountFen, addDays(today, 60)],
    ['reserves what the institution approved', [submitted(), approved(7)], 7, addDays(today, 60)],
    ['reserves what was confirmed, for ninety days', [submitted(), approved(7), confirmed(5)], 5, addDays(today, 90)],
    ['keeps the reservation when returned', [submitted(), returned], terms.amountFen, addDays(today, 60)],
    ['keeps the lower one when the office returns it', [submitted(), approved(7), returned], 7, addDays(today, 60)],
    ['releases when rejected', [submitted(), rejected], 0, null],
    ['releases when withdrawn', [submitted(), approved(), confirmed(), withdrawn], 0, null],
    ['releases when expired', [submitted(), approved(), confirmed(), expired], 0, null],
    ['releases when disbursed: the loan has it', [submitted(), approved(), confirmed(), disbursed], 0, null],
  ] as const)('%s', (_, events, reservedFen, expiresOn) => {
    expect(applicationAfter(...events)).toMatchObject({ reservedFen, expiresOn });
  });

  test('a resubmission has the new terms and none of the old decisions', () => {
    const data = {
      ...terms,
      amountFen: 9,
      policy: 'measures-2024',
      submittedOn: '2026-04-01',
      expiresOn: '2026-05-31',
    };
    const application = applicationAfter(submitted(), approved(7), returned, { type: 'application-resubmitted', data });
    expect(application).toMatchObject({
      ...data,
      applicationId: 'app-1',
      creditCode: code,
      state: 'submitted',
      reservedFen: 9,
      approvedAmountFen: null,
      annualRateBp: null,
      annualRatePpm: null,
    });
  });

  test('an expired confirmation remembers its last valid day, an expired application has none', () => {
    expect(applicationAfter(submitted(), approved(), confirmed(), expired).confirmationExpiredOn).toBe(
      addDays(today, 90),
    );
    expect(applicationAfter(submitted(), approved(), expired).confirmationExpiredOn).toBeNull();
  });

  test('the reason shown is the last one given', () => {
    expect(applicationAfter(submitted(), returned).reason).toBe('补材料');
    expect(applicationAfter(submitted(), returned, rejected).reason).toBe('不符合');
    expect(applicationAfter(submitted(), returned, withdrawn).reason).toBeNull();
  });

  test('what was disbursed names its loan, and keeps the reason that it once had', () => {
    const resubmitted = { ...terms, policy: 'measures-2024', submittedOn: today, expiresOn: addDays(today, 60) };
    const application = applicationAfter(
      ...[submitted(), returned, { type: 'application-resubmitted', data: resubmitted } as const],
      ...[approved(), confirmed(), disbursed],
    );
    expect(application).toMatchObject({ state: 'disbursed', loanId: 'loan-1', reason: '补材料' });
  });

  test('nothing happens to an application before its submission', () => {
    const later: readonly ApplicationEvent[] = [
      approved(),
      confirmed(),
      returned,
      rejected,
      withdrawn,
      expired,
      disbursed,
    ];
    for (const event of later) expect(() => evolveApplication(null, event)).toThrow('application-submitted');
  });

  test('only what is open can run out', () => {
    for (const state of states) {
      expect(hasLapsed(inState[state], '2999-01-01')).toBe(isOpen(inState[state]));
      expect(hasLapsed(inState[state], addDays(today, 60))).toBe(false);
    }
  });
});

describe('replay of a loan', () => {
  test('begins active and normal, all of it outstanding, with its first maturity as the original one', () => {
    const data: LoanDisbursed['data'] = {
      loanId: 'loan-1',
      applicationId: 'app-1',
      creditCode: code,
      institutionId: 'rcb',
      mode: 'credit',
      guarantorId: null,
      agreementId: null,
      contractNumber: 'HT-1',
      noteNumber: '',
      amountFen: 5,
      disbursedOn: today,
      maturesOn: '2027-03-01',
      annualRateBp: 365,
      annualRatePpm: null,
      policy: 'measures-2024',
      reportedOn: today,
    };
    const { amountFen, ...kept } = data;
    expect(evolveLoan(null, { type: 'loan-disbursed', data })).toEqual({
      ...kept,
      principalFen: amountFen,
      outstandingFen: amountFen,
      principalSteps: [{ on: today, outstandingFen: amountFen }],
      originalMaturesOn: '2027-03-01',
      state: 'active',
      interestPaidFen: 0,
      lastRepaidOn: null,
      extensions: 0,
      class: 'normal',
      classAsOf: today,
      bankOverdueDays: null,
      unpaidInterestFen: null,
      nonPerformingSince: null,
      evidence: [],
      writtenOffOn: null,
      writeOffReason: null,
      writtenOffFrom: null,
      claimId: null,
      nextChangeOn: '2027-03-02',
    });
  });
});
