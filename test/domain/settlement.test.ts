import { describe, expect, test } from 'vitest';
import type { Claim } from '../../shared/domain/claim.ts';
import type { Loan } from '../../shared/domain/loan.ts';
import { settledBy, settlementOfClaim } from '../../shared/domain/settlement.ts';
import { claimIn } from './claim-cases.ts';
import { loanIn, parameters } from './loan-cases.ts';

const loan: Loan = { ...loanIn.claimed, annualRateBp: 0 };
const claim: Claim = { ...claimIn.approved, claimedFen: 900, assessedFen: 800 };
const use = { year: 2027, institutionFen: 0, fundFen: 0 };
const settle = (change: Partial<Claim> = {}, lost: Partial<Loan> = {}, used = use) =>
  settlementOfClaim({ claim: { ...claim, ...change }, loan: { ...loan, ...lost }, parameters, use: used });

describe('what an approved claim comes to at the moment of settlement (R26)', () => {
  test('is what was assessed, split 6:4 of a credit loan and 4:4:2 of a guaranteed one', () => {
    expect(settle()).toMatchObject({
      ...{ lossFen: 800, payout: { shares: { fundFen: 480, guarantorFen: 0, institutionFen: 320 } } },
    });
    expect(settle({ mode: 'guarantee' }).payout.shares).toEqual({
      fundFen: 320,
      guarantorFen: 320,
      institutionFen: 160,
    });
  });

  test.each([
    [801, 800],
    [800, 800],
    [799, 799],
    [1, 1],
  ])('with %i fen outstanding by now is %i', (outstandingFen, lossFen) => {
    expect(settle({}, { outstandingFen }).lossFen).toBe(lossFen);
  });

  test('is a fault of the program where nothing was assessed or nothing is left to lose', () => {
    expect(() => settle({ assessedFen: null })).toThrow('claim claim-1 has no loss to settle');
    expect(() => settle({ assessedFen: 0 })).toThrow('has no loss');
    expect(() => settle({}, { outstandingFen: 0 })).toThrow('has no loss');
  });

  test('takes of the fund what the institution’s year leaves', () => {
    const almost = { ...use, institutionFen: parameters.institutionAnnualCapFen - 479 };
    expect(settle({}, {}, almost).payout).toMatchObject({
      ...{ uncoveredFen: 1, shares: { fundFen: 479, institutionFen: 321 } },
    });
  });

  test('tells first how the loss was found, then how it is split, of the year of settlement', () => {
    const { working } = settle().payout;
    const steps = working.map(({ what }) => what);
    expect(steps.indexOf('outstanding-principal')).toBe(0);
    expect(steps.indexOf('split')).toBeGreaterThan(0);
    expect(steps.at(-1)).toBe('result');
    expect(working.find(({ what }) => what === 'loss')?.figures).toEqual({
      ...{ mostFen: 1_000, claimedFen: 900, assessedFen: 800, lossFen: 800 },
    });
    expect(working.find(({ what }) => what === 'year-cap')?.figures.year).toBe(2027);
  });

  test('is said by one event, to be paid whole unless a part waits', () => {
    const settlement = settle();
    const { payout } = settlement;
    expect(settledBy(claim, settlement, '2027-07-01T02:00:00.000Z', 2027)).toEqual({
      type: 'claim-settled',
      data: {
        ...{
          institutionId: 'rcb',
          lossFen: 800,
          shares: payout.shares,
          uncoveredFen: 0,
          setOffFen: 0,
          payableFen: 480,
        },
        ...{ working: payout.working, settledAt: '2027-07-01T02:00:00.000Z', settlementYear: 2027 },
      },
    });
  });
});
