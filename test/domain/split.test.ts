import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loanModes } from '../../shared/domain/application.ts';
import { partOf, splitLoss, weightsOf } from '../../shared/domain/split.ts';
import { parameters } from './loan-cases.ts';

const sixFour = weightsOf('credit', parameters);
const fourFourTwo = weightsOf('guarantee', parameters);

describe('the split of a loss (R23)', () => {
  test('of the first case ever paid: 300,000 yuan of credit, 180,000 from the fund, 120,000 borne by the bank', () => {
    expect(splitLoss(30_000_000, sixFour)).toEqual({
      fundFen: 18_000_000,
      guarantorFen: 0,
      institutionFen: 12_000_000,
    });
  });

  test('of a guaranteed loan is 4 : 4 : 2', () => {
    expect(splitLoss(30_000_000, fourFourTwo)).toEqual({
      fundFen: 12_000_000,
      guarantorFen: 12_000_000,
      institutionFen: 6_000_000,
    });
  });

  test.each(loanModes)('of the mode %s has the weights of the measures', (mode) => {
    const { fund, guarantor, institution } = weightsOf(mode, parameters);
    expect([fund, guarantor, institution]).toEqual(mode === 'guarantee' ? [4, 4, 2] : [6, 0, 4]);
  });

  test.each([
    [1, sixFour, [0, 0, 1]],
    [2, sixFour, [1, 0, 1]],
    [3, sixFour, [1, 0, 2]],
    [1, fourFourTwo, [0, 0, 1]],
    [3, fourFourTwo, [1, 1, 1]],
    [4, fourFourTwo, [1, 1, 2]],
    [9, fourFourTwo, [3, 3, 3]],
    [33_333_333, sixFour, [19_999_999, 0, 13_333_334]],
    [33_333_333, fourFourTwo, [13_333_333, 13_333_333, 6_666_667]],
  ] as const)('gives the odd fen of %i to the institution', (lossFen, weights, parts) => {
    const { fundFen, guarantorFen, institutionFen } = splitLoss(lossFen, weights);
    expect([fundFen, guarantorFen, institutionFen]).toEqual(parts);
  });

  test('is exact for every loss from 0 to 1,000,000 fen, in both splits', () => {
    let wrong = 0;
    for (let lossFen = 0; lossFen <= 1_000_000; lossFen += 1) {
      const credit = splitLoss(lossFen, sixFour);
      const guaranteed = splitLoss(lossFen, fourFourTwo);
      // Tenths without a division: what is left of a tenth is the last digit.
      const sixTenths = (lossFen * 6 - ((lossFen * 6) % 10)) / 10;
      const fourTenths = (lossFen * 4 - ((lossFen * 4) % 10)) / 10;
      if (credit.fundFen !== sixTenths || credit.guarantorFen !== 0) wrong += 1;
      if (credit.institutionFen !== lossFen - sixTenths) wrong += 1;
      if (guaranteed.fundFen !== fourTenths || guaranteed.guarantorFen !== fourTenths) wrong += 1;
      if (guaranteed.institutionFen !== lossFen - 2 * fourTenths) wrong += 1;
    }
    expect(wrong).toBe(0);
  });

  test('is exact by property up to 10^12 fen and to the last safe integer, for any weights', () => {
    const weight = fc.integer({ min: 0, max: 10_000 });
    const weights = fc
      .record({ fund: weight, guarantor: weight, institution: weight })
      .filter(({ fund, guarantor, institution }) => fund + guarantor + institution > 0);
    const loss = fc.oneof(fc.maxSafeNat(), fc.integer({ min: 0, max: 10 ** 12 }));
    fc.assert(
      fc.property(loss, weights, (lossFen, asked) => {
        const shares = splitLoss(lossFen, asked);
        const sum = BigInt(asked.fund + asked.guarantor + asked.institution);
        const exact = (part: number) => Number((BigInt(lossFen) * BigInt(part)) / sum);
        expect(shares.fundFen).toBe(exact(asked.fund));
        expect(shares.guarantorFen).toBe(exact(asked.guarantor));
        expect(shares.institutionFen).toBeGreaterThanOrEqual(0);
        expect(shares.fundFen + shares.guarantorFen + shares.institutionFen).toBe(lossFen);
      }),
      { numRuns: 2000, seed: 20_230_912 },
    );
  });

  test('is as exact just beyond the safe integers as just below', () => {
    expect(partOf(1_501_199_875_790_165, 6, 10)).toBe(900_719_925_474_099);
    expect(partOf(1_501_199_875_790_166, 6, 10)).toBe(900_719_925_474_099);
    expect(partOf(Number.MAX_SAFE_INTEGER, 9_999, 10_000)).toBe(9_006_298_534_815_516);
  });
});
