import { describe, expect, test } from 'vitest';
import { evolveLoan, isInDefault, type Loan, type LoanEvent } from '../../shared/domain/loan.ts';
import { loanAfter, loanIn } from './loan-cases.ts';

const claimId = 'claim-1';
const claimed: LoanEvent = { type: 'loan-claimed', data: { claimId } };
const ended: LoanEvent = { type: 'loan-claim-ended', data: { claimId, to: 'non-performing' } };
const compensated: LoanEvent = { type: 'loan-compensated', data: { claimId } };
const recovered = (principalFen: number, recoveredOn: string): LoanEvent => ({
  type: 'loan-recovered',
  data: { claimId, principalFen, recoveredOn },
});
const bad = loanIn['non-performing'];
const after = (...events: readonly LoanEvent[]): Loan => events.reduce<Loan>(evolveLoan, bad);

describe('a loan along its claim (R20, R26, R27)', () => {
  test('is claimed by it, compensated by its settlement, and all else of it stays', () => {
    expect(after(claimed)).toEqual({ ...bad, state: 'claimed', claimId });
    expect(after(claimed, compensated)).toEqual({ ...bad, state: 'compensated', claimId });
  });

  test('is non-performing again when the claim ends unsettled, and keeps its number', () => {
    expect(after(claimed, ended)).toEqual({ ...bad, claimId });
  });

  test('written off, it keeps the day, the reason, and from which state', () => {
    const writtenOff: LoanEvent = { type: 'loan-written-off', data: { on: '2027-08-01', reason: '核销' } };
    const words = { writtenOffOn: '2027-08-01', writeOffReason: '核销' };
    expect(after(writtenOff)).toEqual({ ...bad, state: 'written-off', ...words, writtenOffFrom: 'non-performing' });
    expect(after(claimed, compensated, writtenOff)).toMatchObject({ ...words, writtenOffFrom: 'compensated', claimId });
  });

  test('has less outstanding from the day of a recovery on, and stays compensated and in default to the last fen', () => {
    const settled = after(claimed, compensated);
    const once = evolveLoan(settled, recovered(999, '2027-09-01'));
    expect(once).toEqual({
      ...settled,
      outstandingFen: 1,
      principalSteps: [...bad.principalSteps, { on: '2027-09-01', outstandingFen: 1 }],
    });
    const whole = evolveLoan(once, recovered(1, '2027-09-02'));
    expect(whole).toMatchObject({ state: 'compensated', outstandingFen: 0 });
    expect([once, whole].map(isInDefault)).toEqual([true, false]);
  });

  test('has no step of principal for a recovery that brought none', () => {
    expect(after(claimed, compensated, recovered(0, '2027-09-01')).principalSteps).toEqual(bad.principalSteps);
  });
});

test('a repayment is a step of principal on its day; those of one day make one', () => {
  const paid = (principalFen: number, paidOn: string): LoanEvent => ({
    type: 'loan-repayment-recorded',
    data: { principalFen, interestFen: 0, paidOn },
  });
  const loan = loanAfter(paid(100, '2026-06-01'), paid(200, '2026-07-01'), paid(300, '2026-07-01'));
  expect(loan.principalSteps).toEqual([
    { on: '2026-03-02', outstandingFen: 1_000 },
    { on: '2026-06-01', outstandingFen: 900 },
    { on: '2026-07-01', outstandingFen: 400 },
  ]);
});
