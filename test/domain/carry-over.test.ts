import { describe, expect, test } from 'vitest';
import { carryOverOf } from '../../shared/domain/carry-over.ts';
import type { Claim } from '../../shared/domain/claim.ts';
import type { PolicyParameters } from '../../shared/domain/policy.ts';
import { claimIn } from './claim-cases.ts';
import { parameters } from './loan-cases.ts';

const yuan = 100;
const wan = 10_000 * yuan;

/** A loss of 300,000 yuan, of which the fund owed 180,000 and met 100,000: 80,000 are uncovered. */
const claim: Claim = { ...claimIn.settled, working: [{ rule: 'R23', what: 'split', figures: {} }] };
const capFen = parameters.institutionAnnualCapFen;
const carried = (usedFen: number, change: Partial<Claim> = {}, switches: Partial<PolicyParameters> = {}) =>
  carryOverOf(
    { ...claim, ...change },
    { year: 2024, institutionFen: usedFen, fundFen: 0 },
    { ...parameters, ...switches },
  );

describe('what a later year meets of what exceeded the cap of an earlier one (R24)', () => {
  test('in a fresh year is all of it: it moves from the institution’s share to the fund’s, and is to be paid', () => {
    expect(carried(0)).toEqual({
      leftFen: 0,
      neededFen: 8 * wan,
      event: {
        type: 'claim-carried-over',
        data: {
          ...{ institutionId: 'rcb', carriedFen: 8 * wan, uncoveredFen: 0, backFen: 0, heldBackFen: 0, year: 2024 },
          shares: { fundFen: 18 * wan, guarantorFen: 0, institutionFen: 12 * wan },
          payableFen: 8 * wan,
          working: [
            { rule: 'R23', what: 'split', figures: {} },
            {
              rule: 'R24',
              what: 'carry-over',
              figures: {
                ...{ year: 2024, capFen, usedBeforeFen: 0, leftBeforeFen: capFen },
                ...{ uncoveredFen: 8 * wan, carriedFen: 8 * wan, leftFen: 0, backFen: 0 },
              },
            },
            {
              rule: 'R24',
              what: 'result',
              figures: { fundFen: 18 * wan, guarantorFen: 0, institutionFen: 12 * wan, uncoveredFen: 0 },
            },
          ],
        },
      },
    });
  });

  test.each([
    [8 * wan + 1, 8 * wan, 0],
    [8 * wan, 8 * wan, 0],
    [8 * wan - 1, 8 * wan - 1, 1],
    [1, 1, 8 * wan - 1],
  ])('with %i fen left of the year is %i, and %i wait for the next', (yearLeftFen, carriedFen, leftFen) => {
    expect(carried(capFen - yearLeftFen)).toMatchObject({
      leftFen,
      event: { data: { carriedFen, uncoveredFen: leftFen, shares: { fundFen: 10 * wan + carriedFen } } },
    });
  });

  test('is nothing where the year leaves nothing, or nothing is uncovered', () => {
    expect(carried(capFen)).toBeNull();
    expect(carried(0, { uncoveredFen: 0 })).toBeNull();
    expect(carried(0, { uncoveredFen: null })).toBeNull();
  });

  test('is nothing of a claim that is not settled', () => {
    expect(carried(0, { shares: null })).toBeNull();
    expect(carried(0, { lossFen: null })).toBeNull();
  });

  test('is less what goes back at once of recoveries that were split by the old shares', () => {
    // 90,000 recovered: of it 30,000 went to the fund at 100,000 of 300,000; at 180,000 it would have been 54,000.
    expect(carried(0, { recoveredFen: 9 * wan })).toMatchObject({
      neededFen: 8 * wan - 24_000 * yuan,
      event: { data: { backFen: 24_000 * yuan, heldBackFen: 0, payableFen: 8 * wan - 24_000 * yuan } },
    });
  });

  test('is paid in its first part alone where the rest waits for the final recovery, and whole after that', () => {
    const half = { firstPaymentBp: 5_000 };
    expect(carried(0, {}, half)).toMatchObject({ event: { data: { heldBackFen: 4 * wan, payableFen: 4 * wan } } });
    expect(carried(0, { recoveryEnded: true }, half)).toMatchObject({
      event: { data: { heldBackFen: 0, payableFen: 8 * wan } },
    });
  });

  test('holds back no more than is left beside what goes back', () => {
    // A tenth at once would be 8,000; 24,000 go back: 56,000 are held back and nothing is to be paid.
    const tenth = { firstPaymentBp: 1_000 };
    expect(carried(0, { recoveredFen: 9 * wan }, tenth)).toMatchObject({
      event: { data: { backFen: 24_000 * yuan, heldBackFen: 56_000 * yuan, payableFen: 0 } },
    });
  });

  test('begins a working where the claim has none', () => {
    expect(carried(0, { working: null })?.event.data.working.map(({ what }) => what)).toEqual(['carry-over', 'result']);
  });
});
