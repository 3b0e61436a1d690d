import { describe, expect, test } from 'vitest';
import { workingStepView } from '../../shared/contracts/working-texts.ts';
import type { LoanMode } from '../../shared/domain/application.ts';
import { payoutOf } from '../../shared/domain/payout.ts';
import type { PolicyParameters } from '../../shared/domain/policy.ts';

import { parameters } from './loan-cases.ts';

const yuan = 100;
const payout = (
  lossYuan: number,
  { mode = 'credit' as LoanMode, usedYuan = 0 as number | null, change = {} as Partial<PolicyParameters> } = {},
) => {
  const usedFen = usedYuan === null ? null : usedYuan * yuan;
  return payoutOf({ mode, lossFen: lossYuan * yuan, year: 2026, usedFen }, { ...parameters, ...change });
};

describe('what a bank is paid of a loss (R23, R24)', () => {
  test('of 300,000 yuan in a year without settlements: 180,000 from the fund, 120,000 borne by the bank', () => {
    expect(payout(300_000)).toMatchObject({
      shares: { fundFen: 180_000 * yuan, guarantorFen: 0, institutionFen: 120_000 * yuan },
      uncoveredFen: 0,
    });
  });

  test('with 9,900,000 yuan settled this year: 100,000 from the fund, 80,000 uncovered, 200,000 borne by the bank', () => {
    expect(payout(300_000, { usedYuan: 9_900_000 })).toMatchObject({
      dueFen: 180_000 * yuan,
      shares: { fundFen: 100_000 * yuan, guarantorFen: 0, institutionFen: 200_000 * yuan },
      uncoveredFen: 80_000 * yuan,
    });
  });

  test('of a guaranteed loan the cap cuts the fund’s part alone; the guarantor bears what it would', () => {
    expect(payout(300_000, { mode: 'guarantee', usedYuan: 9_900_000 })).toMatchObject({
      shares: { fundFen: 100_000 * yuan, guarantorFen: 120_000 * yuan, institutionFen: 80_000 * yuan },
      uncoveredFen: 20_000 * yuan,
    });
  });

  test.each([
    [1_000_000_000 - 18_000_001, 18_000_000, 0],
    [1_000_000_000 - 18_000_000, 18_000_000, 0],
    [1_000_000_000 - 17_999_999, 17_999_999, 1],
    [999_999_999, 1, 17_999_999],
    [1_000_000_000, 0, 18_000_000],
    // A later version may have a lower cap than what the year has seen already: nothing is left, not less than nothing.
    [1_000_000_001, 0, 18_000_000],
  ])('with %i fen settled before, the fund pays %i and leaves %i uncovered', (usedFen, fundFen, uncoveredFen) => {
    const found = payoutOf({ mode: 'credit', lossFen: 30_000_000, year: 2026, usedFen }, parameters);
    expect(found.shares.fundFen).toBe(fundFen);
    expect(found.uncoveredFen).toBe(uncoveredFen);
    expect(found.shares.institutionFen).toBe(12_000_000 + uncoveredFen);
  });

  test('what is to be carried over stands in the bank’s part until it is', () => {
    const carried = payout(300_000, { usedYuan: 9_900_000, change: { overCapRule: 'carry-over' } });
    expect(carried.shares.institutionFen).toBe(200_000 * yuan);
    expect(carried.working.find(({ what }) => what === 'year-cap')?.figures.overCapRule).toBe('carry-over');
  });

  test('shares sum to the loss whatever was settled before', () => {
    for (let lossFen = 0; lossFen < 2_000; lossFen += 7) {
      for (const usedFen of [0, 999_999_000, 999_999_999, 1_000_000_000]) {
        const { shares } = payoutOf({ mode: 'guarantee', lossFen, year: 2026, usedFen }, parameters);
        expect(shares.fundFen + shares.guarantorFen + shares.institutionFen).toBe(lossFen);
      }
    }
  });

  test('is paid at once unless the version has a first payment, which is rounded down', () => {
    expect(payout(300_000).firstPaymentFen).toBe(180_000 * yuan);
    const half = { firstPaymentBp: 5_000 };
    expect(payout(300_000, { change: half }).firstPaymentFen).toBe(90_000 * yuan);
    const odd = payoutOf({ mode: 'credit', lossFen: 5, year: 2026, usedFen: 0 }, { ...parameters, ...half });
    expect(odd).toMatchObject({ shares: { fundFen: 3 }, firstPaymentFen: 1 });
    const shareOf = (lossFen: number, firstPaymentBp: number) =>
      payoutOf({ mode: 'credit', lossFen, year: 2026, usedFen: 0 }, { ...parameters, firstPaymentBp }).firstPaymentFen;
    // Of a fund part of 3, 4 and 5 fen: a fen is paid at once only where the share makes a whole one.
    expect([shareOf(5, 6_666), shareOf(5, 6_667), shareOf(7, 5_000), shareOf(9, 5_999), shareOf(9, 6_000)]).toEqual([
      1, 2, 2, 2, 3,
    ]);
    expect([shareOf(5, 9_999), shareOf(5, 10_000)]).toEqual([2, 3]);
    expect(payout(300_000, { change: { firstPaymentBp: 10_000 } }).firstPaymentFen).toBe(180_000 * yuan);
    expect(payout(300_000, { change: { firstPaymentBp: 0 } }).firstPaymentFen).toBe(0);
  });
});

describe('the ceiling of the whole fund’s year (fundYearCeilingFen)', () => {
  const ceilingFen = 100_000_000;
  const under = (fundUsedFen: number | undefined, usedFen = 0, fundYearCeilingFen: number | null = ceilingFen) =>
    payoutOf(
      { mode: 'credit', lossFen: 30_000_000, year: 2026, usedFen, fundUsedFen },
      { ...parameters, fundYearCeilingFen },
    );

  // The fund's part is 18,000,000 fen: a fen more than it left, as much, a fen less, nothing, less than nothing.
  test.each([
    [ceilingFen - 18_000_001, 18_000_000, 0],
    [ceilingFen - 18_000_000, 18_000_000, 0],
    [ceilingFen - 17_999_999, 17_999_999, 1],
    [ceilingFen, 0, 18_000_000],
    [ceilingFen + 1, 0, 18_000_000],
  ])('with %i fen settled for all, the fund pays %i and leaves %i uncovered', (fundUsedFen, fundFen, uncoveredFen) => {
    expect(under(fundUsedFen)).toMatchObject({
      shares: { fundFen, guarantorFen: 0, institutionFen: 12_000_000 + uncoveredFen },
      uncoveredFen,
    });
  });

  test('and the institution’s cap: the one that leaves less decides', () => {
    const ownLeaves = (fen: number) => parameters.institutionAnnualCapFen - fen;
    expect(under(ceilingFen - 7, ownLeaves(9)).shares.fundFen).toBe(7);
    expect(under(ceilingFen - 9, ownLeaves(7)).shares.fundFen).toBe(7);
  });

  test('has a step of its own after the cap’s, with what is left to this claim and nothing of others', () => {
    const { working } = under(ceilingFen - 7, parameters.institutionAnnualCapFen - 9);
    expect(working.map(({ what }) => what)).toEqual(['split', 'year-cap', 'year-ceiling', 'result']);
    expect(working[2]).toEqual({
      rule: 'R25',
      what: 'year-ceiling',
      figures: { year: 2026, ceilingFen, cappedFen: 9, coveredFen: 7, uncoveredFen: 2 },
    });
  });

  test.each([
    ['the version sets none', ceilingFen, null],
    ['it is not asked about', undefined, ceilingFen],
  ])('cuts nothing and has no step where %s', (_, fundUsedFen, fundYearCeilingFen) => {
    const { shares, working } = under(fundUsedFen, 0, fundYearCeilingFen);
    expect(shares.fundFen).toBe(18_000_000);
    expect(working.map(({ what }) => what)).toEqual(['split', 'year-cap', 'result']);
  });
});

describe('the working of a payout', () => {
  test('says weights, the cap before and after, and the result, each with its rule', () => {
    expect(payout(300_000, { usedYuan: 9_900_000 }).working).toEqual([
      {
        rule: 'R23',
        what: 'split',
        figures: {
          ...{ mode: 'credit', lossFen: 30_000_000, fundWeight: 6, guarantorWeight: 0, institutionWeight: 4 },
          ...{ fundFen: 18_000_000, guarantorFen: 0, institutionFen: 12_000_000 },
        },
      },
      {
        rule: 'R24',
        what: 'year-cap',
        figures: {
          ...{ year: 2026, capFen: 1_000_000_000, usedBeforeFen: 990_000_000, leftBeforeFen: 10_000_000 },
          ...{ dueFen: 18_000_000, coveredFen: 10_000_000, uncoveredFen: 8_000_000, leftAfterFen: 0 },
          overCapRule: 'institution',
        },
      },
      {
        rule: 'R24',
        what: 'result',
        figures: { fundFen: 10_000_000, guarantorFen: 0, institutionFen: 20_000_000, uncoveredFen: 8_000_000 },
      },
    ]);
  });

  test('says so where what was used before is not counted', () => {
    const [, cap] = payout(300_000, { usedYuan: null }).working.map(workingStepView);
    expect(cap?.text.zh).toContain('此前已用未计入');
    expect(cap?.text.en).toContain('what was used before is not counted');
  });

  test('has a step for the first payment where there is one', () => {
    const { working } = payout(300_000, { change: { firstPaymentBp: 5_000 } });
    expect(working.find(({ what }) => what === 'first-payment')).toEqual({
      rule: 'R26',
      what: 'first-payment',
      figures: { firstPaymentBp: 5_000, firstPaymentFen: 9_000_000, onFinalRecoveryFen: 9_000_000 },
    });
  });

  test('reads as an official would say it', () => {
    const texts = payout(300_000, { usedYuan: 9_900_000 }).working.map((step) => workingStepView(step).text);
    expect(texts[0]?.zh).toBe(
      '按资金 : 担保机构 : 金融机构 = 6 : 0 : 4 分担 300,000.00 元：资金 180,000.00 元，担保机构 0.00 元，金融机构 120,000.00 元（资金与担保机构向下取整到分）。',
    );
    expect(texts[1]?.zh).toBe(
      '2026 年该机构上限 10,000,000.00 元，此前已用 9,900,000.00 元，尚余 100,000.00 元；应付 180,000.00 元，可付 100,000.00 元，超出 80,000.00 元（由金融机构承担），余 0.00 元。',
    );
    expect(texts[2]?.en).toBe('Result: fund 100,000.00 yuan, guarantor 0.00, institution 200,000.00.');
    expect(texts.flatMap(({ zh, en }) => [zh, en]).join()).not.toMatch(/undefined|NaN|—/);
  });
});
