import { describe, expect, test } from 'vitest';
import type { Debt } from '../../shared/domain/debt.ts';
import { accepted, type Refusal, refusedBy } from '../../shared/domain/refusal.ts';
import { decideRemittance, type Remittance } from '../../shared/domain/remittance.ts';
import { claimIn } from './claim-cases.ts';

/** 150 fen in two recoveries, the older one of 1 July. */
const debt: Debt = {
  claimId: 'claim-1',
  institutionId: 'rcb',
  parts: [
    { recoveredOn: '2027-07-01', remitBy: '2027-07-31', owedFen: 100 },
    { recoveredOn: '2027-08-01', remitBy: '2027-08-31', owedFen: 50 },
  ],
  seenThrough: '',
};
const today = '2027-09-01';
const remit = (change: Partial<Remittance>, claim = claimIn.paid) =>
  decideRemittance(claim, { amountFen: 150, receivedOn: today, voucherNumber: 'S-1', ...change }, debt, today);

describe('a remittance of what was recovered (R27)', () => {
  // Each refused row breaks its own rule and every later one, so the table also pins the precedence.
  const range = { field: 'receivedOn', from: '2027-07-01', through: today };
  test.each<readonly [Partial<Remittance>, Refusal]>([
    [
      { amountFen: 151, receivedOn: '2027-06-30' },
      refusedBy('R27', 'amount-exceeds-outstanding', { asked: 151, owed: 150 }),
    ],
    [{ receivedOn: '2027-06-30' }, refusedBy('R27', 'date-out-of-range', { ...range, given: '2027-06-30' })],
    [{ receivedOn: '2027-09-02' }, refusedBy('R27', 'date-out-of-range', { ...range, given: '2027-09-02' })],
  ])('%j is refused with the figures that decided', (change, refusal) => {
    expect(remit(change)).toEqual(refusal);
  });

  test.each([
    { amountFen: 150, receivedOn: '2027-07-01' },
    { amountFen: 149, receivedOn: today },
    { amountFen: 1, receivedOn: today },
  ])('%j is recorded as it was booked', (taken) => {
    const data = { institutionId: 'rcb', voucherNumber: 'S-1', ...taken };
    expect(remit(taken)).toEqual(accepted({ type: 'claim-remittance-recorded', data }));
  });

  test('has nothing to hand over before a settlement', () => {
    expect(remit({ amountFen: 151 }, claimIn.approved)).toMatchObject({
      ...{ code: 'state-conflict', facts: { state: 'approved' } },
    });
  });
});
