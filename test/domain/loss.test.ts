import { describe, expect, test } from 'vitest';
import type { Loan, LoanEvent } from '../../shared/domain/loan.ts';
import { evolveLoan } from '../../shared/domain/loan.ts';
import { countableLoss, lossSteps } from '../../shared/domain/loss.ts';
import type { PolicyParameters } from '../../shared/domain/policy.ts';
import { disbursedLoan, parameters } from './loan-cases.ts';

/** 3,600,000 fen at 3.65 % from 2 March 2026 to 1 March 2027: 364 days at 365 fen a day. */
const lent: LoanEvent = {
  ...disbursedLoan,
  data: { ...(disbursedLoan.data as object), amountFen: 3_600_000 },
} as LoanEvent;
const after = (...events: readonly LoanEvent[]): Loan => events.reduce<Loan>(evolveLoan, evolveLoan(null, lent));
const repaid = (paidOn: string, principalFen: number, interestFen = 0): LoanEvent => ({
  type: 'loan-repayment-recorded',
  data: { principalFen, interestFen, paidOn },
});
const extended: LoanEvent = {
  type: 'loan-extended',
  data: { maturesOn: '2027-03-11', previousMaturesOn: '2027-03-01', reason: '展期', on: '2027-02-01' },
};
const reported = (unpaidInterestFen: number | null): LoanEvent => ({
  type: 'loan-classified',
  data: { class: 'loss', asOf: '2027-06-01', overdueDays: 92, unpaidInterestFen, reason: null },
});
const lossOf = (loan: Loan, change: Partial<PolicyParameters> = {}) =>
  countableLoss(loan, { ...parameters, ...change });

describe('the interest of the agreed term (R21)', () => {
  test('counts each day but that of maturity, a year having 360', () => {
    expect(lossOf(after())).toMatchObject({
      from: '2026-03-02',
      until: '2027-03-01',
      termInterestFen: 364 * 365,
      countableInterestFen: 132_860,
      mostFen: 3_732_860,
    });
  });

  test('is rounded down once, over all days together', () => {
    const one = { ...lent, data: { ...(lent.data as object), amountFen: 27 } } as LoanEvent;
    // 27 fen × 364 days × 3.65 % / 360 = 0.996…
    expect(countableLoss(evolveLoan(null, one), parameters).termInterestFen).toBe(0);
    const more = { ...lent, data: { ...(lent.data as object), amountFen: 28 } } as LoanEvent;
    expect(countableLoss(evolveLoan(null, more), parameters).termInterestFen).toBe(1);
  });

  test('follows the principal: from the day of a repayment on there is less of it', () => {
    // 100 days of 365 fen a day, then 264 of half of it.
    const loan = after(repaid('2026-06-10', 1_800_000));
    expect(lossOf(loan)).toMatchObject({
      outstandingFen: 1_800_000,
      termInterestFen: Math.floor(100 * 365 + (264 * 365) / 2),
    });
  });

  test.each([
    ['the day before maturity', '2027-02-28', 363 * 365],
    ['at maturity', '2027-03-01', 364 * 365],
    ['after maturity', '2027-08-01', 364 * 365],
  ])('of what is repaid %s ends with the repayment or the term', (_, paidOn, termInterestFen) => {
    expect(lossOf(after(repaid(paidOn, 3_599_999))).termInterestFen).toBe(termInterestFen);
  });

  test('several repayments of one day are one step; one on the day of disbursement leaves nothing of the day before', () => {
    const loan = after(repaid('2026-03-02', 1_000_000), repaid('2026-03-02', 800_000), repaid('2026-05-01', 0, 9));
    expect(loan.principalSteps).toEqual([{ on: '2026-03-02', outstandingFen: 1_800_000 }]);
    expect(lossOf(loan).termInterestFen).toBe((364 * 365) / 2);
  });

  test('never goes beyond the original term, or beyond the extended one where the version says so', () => {
    const loan = after(extended);
    expect(lossOf(loan)).toMatchObject({ until: '2027-03-01', termInterestFen: 364 * 365 });
    expect(lossOf(loan, { agreedTerm: 'as-extended' })).toMatchObject({
      until: '2027-03-11',
      termInterestFen: 374 * 365,
    });
  });

  test('has the finer rate where the loan says one', () => {
    const loan = { ...after(), annualRateBp: 478, annualRatePpm: 47_850 };
    // 3,600,000 × 364 × 4.785 % / 360.
    expect(lossOf(loan).termInterestFen).toBe(174_174);
  });

  test('is exact where fen times days times rate is beyond the safe integers', () => {
    const loan = {
      ...after(),
      annualRatePpm: 47_850,
      principalSteps: [{ on: '2026-03-02', outstandingFen: 999_999_999_999 }],
    };
    expect(lossOf(loan).termInterestFen).toBe(Number((999_999_999_999n * 364n * 47_850n) / 360_000_000n));
  });
});

describe('the loss that counts (R21)', () => {
  const term = 364 * 365;

  test('is the principal where the term’s interest was paid in full, as in 2023', () => {
    expect(lossOf(after(repaid('2027-03-01', 0, term)))).toMatchObject({
      unpaidFen: 0,
      countableInterestFen: 0,
      mostFen: 3_600_000,
    });
  });

  test.each([
    [term - 1, 1],
    [term, 0],
    [term + 1, 0],
  ])('has of %i fen of interest paid %i unpaid', (interestFen, unpaidFen) => {
    expect(lossOf(after(repaid('2027-03-01', 0, interestFen)))).toMatchObject({
      unpaidFen,
      countableInterestFen: unpaidFen,
    });
  });

  test.each([
    [null, term],
    [0, 0],
    [term - 1, term - 1],
    [term, term],
    [term + 1, term],
  ])('counts, of a bank that reported %s unpaid, %i of interest', (unpaidInterestFen, countableInterestFen) => {
    expect(lossOf(after(reported(unpaidInterestFen))).countableInterestFen).toBe(countableInterestFen);
  });

  test('keeps the last report where a later one says nothing of interest', () => {
    expect(lossOf(after(reported(7), reported(null))).countableInterestFen).toBe(7);
  });

  test('is the principal alone where the version counts nothing else', () => {
    expect(lossOf(after(), { lossComponents: 'principal' })).toMatchObject({
      unpaidFen: term,
      countableInterestFen: 0,
      mostFen: 3_600_000,
    });
  });
});

describe('the working of a loss', () => {
  const partsOf = (loan: Loan, change: Partial<PolicyParameters> = {}) => {
    const asked = { ...parameters, ...change };
    const loss = countableLoss(loan, asked);
    const steps = lossSteps(loan, loss, asked, { lossFen: loss.mostFen, claimedFen: loss.mostFen });
    return steps.find(({ what }) => what === 'left-out')?.figures;
  };
  const always = 'interest-after-term, penalty-interest, compound-interest, fees';

  test('names each part left out', () => {
    expect(partsOf(after())).toEqual({ parts: always, termInterestFen: 0, interestFrom: '2027-03-01' });
    expect(partsOf(after(), { lossComponents: 'principal' })).toMatchObject({
      parts: `${always}, term-interest`,
      termInterestFen: 132_860,
    });
    expect(partsOf(after(reported(60)))).toMatchObject({
      parts: `${always}, interest-above-report`,
      termInterestFen: 132_800,
    });
  });

  test('says each figure with its rule, and what was claimed and assessed', () => {
    const loss = lossOf(after());
    const steps = lossSteps(after(), loss, parameters, { lossFen: 5, claimedFen: 7, assessedFen: 5 });
    expect(steps.map(({ rule, what }) => [rule, what])).toEqual([
      ['R21', 'outstanding-principal'],
      ['R21', 'term-interest'],
      ['R21', 'left-out'],
      ['R21', 'loss'],
    ]);
    expect(steps[0]?.figures).toEqual({ outstandingFen: 3_600_000 });
    expect(steps.at(-1)?.figures).toEqual({ mostFen: 3_732_860, claimedFen: 7, assessedFen: 5, lossFen: 5 });
    expect(steps[1]?.figures).toMatchObject({ days: 364, annualRateBp: 365, termInterestFen: 132_860 });
  });
});
