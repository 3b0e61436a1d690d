import { describe, expect, test } from 'vitest';
import { type Facts, refusedBy } from '../../shared/domain/refusal.ts';
import type { RefusalCode } from '../../shared/domain/refusal-facts.ts';
import { verdict } from './cases.ts';
import { type Change, claimed } from './claim-filing-cases.ts';

describe('the switches of claims, each at its boundary', () => {
  const windows = { earlyDefaultMonths: 6 };

  // The day before, the day and the day after; one fen or one basis point under, at and over.
  test.each([
    ['filingWithinDays', { loan: { reportedOn: '2026-03-31' } }, 'accepted'],
    ['filingWithinDays', { loan: { reportedOn: '2026-04-01' } }, 'accepted'],
    ['filingWithinDays', { loan: { reportedOn: '2026-04-02' } }, 'filed-too-late'],
    ['filingWithinDays off', { loan: { reportedOn: '2027-04-02' }, policy: { filingWithinDays: null } }, 'accepted'],
    ['filingWithinDays, imported', { loan: { reportedOn: '2027-04-02', applicationId: null } }, 'accepted'],
    ['earlyDefaultMonths', { loan: { nonPerformingSince: '2026-09-01' }, policy: windows }, 'early-default'],
    ['earlyDefaultMonths', { loan: { nonPerformingSince: '2026-09-02' }, policy: windows }, 'accepted'],
    ['earlyDefaultMonths', { loan: { nonPerformingSince: '2026-09-03' }, policy: windows }, 'accepted'],
    ['earlyDefaultMonths off', { loan: { nonPerformingSince: '2026-09-01' } }, 'accepted'],
    ['claimWithinDays', { today: '2028-05-29' }, 'accepted'],
    ['claimWithinDays', { today: '2028-05-30' }, 'accepted'],
    ['claimWithinDays', { today: '2028-05-31' }, 'claim-window-closed'],
    ['claimWithinDays off', { today: '2030-01-01', policy: { claimWithinDays: null } }, 'accepted'],
    // ⌊1,000 × 6/10⌋ of 1,000 fen are 6,000 basis points.
    ['totalPublicCoverBp', { policy: { totalPublicCoverBp: 6_001 } }, 'accepted'],
    ['totalPublicCoverBp', { policy: { totalPublicCoverBp: 6_000 } }, 'accepted'],
    ['totalPublicCoverBp', { policy: { totalPublicCoverBp: 5_999 } }, 'public-cover-exceeded'],
    ['totalPublicCoverBp', { loan: { mode: 'guarantee' }, policy: { totalPublicCoverBp: 8_000 } }, 'accepted'],
    [
      'totalPublicCoverBp',
      { loan: { mode: 'guarantee' }, policy: { totalPublicCoverBp: 7_999 } },
      'public-cover-exceeded',
    ],
    ['fundYearCeilingFen', { use: { fundFen: 399 }, policy: { fundYearCeilingFen: 1_000 } }, 'accepted'],
    ['fundYearCeilingFen', { use: { fundFen: 400 }, policy: { fundYearCeilingFen: 1_000 } }, 'accepted'],
    ['fundYearCeilingFen', { use: { fundFen: 401 }, policy: { fundYearCeilingFen: 1_000 } }, 'fund-year-ceiling'],
    // What the year cap of the institution cuts does not count towards the whole.
    [
      'fundYearCeilingFen',
      { use: { fundFen: 1_000, institutionFen: 1_000_000_000 }, policy: { fundYearCeilingFen: 1_000 } },
      'accepted',
    ],
  ] as const)('%s %j: %s', (...[, change, expected]) => {
    expect(verdict(claimed({ interestLossFen: 0 }, change))).toBe(expected);
  });

  // The fund's part of 10,000 fen is 6,000; 5,999 basis points of them are 5,999 fen.
  test.each([
    [9_998, 6_000, 'accepted'],
    [10_000, 6_000, 'accepted'],
    [10_000, 5_999, 'public-cover-exceeded'],
    // ⌊9,999 × 6/10⌋ = 5,999 fen, and 5,999 basis points of 9,999 fen are 5,998.4.
    [9_999, 5_999, 'public-cover-exceeded'],
    [9_999, 6_000, 'accepted'],
  ])(
    'totalPublicCoverBp of %i fen of loss at %i basis points, to the fen: %s',
    (lossFen, totalPublicCoverBp, expected) => {
      const claim = { principalLossFen: lossFen, interestLossFen: 0 };
      const loan = { principalFen: 10_000, outstandingFen: 10_000 };
      expect(verdict(claimed(claim, { loan, policy: { totalPublicCoverBp } }))).toBe(expected);
    },
  );

  test.each<readonly [RefusalCode, Change, Facts]>([
    [
      'filed-too-late',
      { loan: { reportedOn: '2026-04-02' } },
      { disbursedOn: '2026-03-02', reportedOn: '2026-04-02', latest: '2026-04-01', filingWithinDays: 30 },
    ],
    [
      'early-default',
      { policy: { earlyDefaultMonths: 16 } },
      { defaultedOn: '2027-05-31', earliest: '2027-07-02', earlyDefaultMonths: 16 },
    ],
    [
      'claim-window-closed',
      { today: '2028-05-31' },
      {
        ...{ filedOn: '2028-05-31', nonPerformingSince: '2027-05-31' },
        ...{ latest: '2028-05-30', claimWithinDays: 365 },
      },
    ],
    [
      'public-cover-exceeded',
      { policy: { totalPublicCoverBp: 5_999 } },
      { covered: 600, loss: 1_000, totalPublicCoverBp: 5_999 },
    ],
    [
      'fund-year-ceiling',
      { use: { fundFen: 401 }, policy: { fundYearCeilingFen: 1_000 } },
      { asked: 600, year: 2027, fundYearCeilingFen: 1_000 },
    ],
  ])('name themselves and the figures that decided: %s', (code, change, facts) => {
    expect(claimed({ interestLossFen: 0 }, change)).toEqual(refusedBy('R20', code, facts));
  });

  test('earlyDefaultMonths goes by the default that the bank names where that is earlier', () => {
    const change = { policy: { earlyDefaultMonths: 12 } };
    expect(verdict(claimed({ defaultedOn: '2027-03-02' }, change))).toBe('accepted');
    expect(verdict(claimed({ defaultedOn: '2027-03-01' }, change))).toBe('early-default');
    // A later day than the system found does not help.
    expect(verdict(claimed({ defaultedOn: '2027-06-10' }, { policy: { earlyDefaultMonths: 15 } }))).toBe(
      'early-default',
    );
  });
});
