import { describe, expect, test } from 'vitest';
import { claimStates } from '../../shared/domain/claim.ts';
import { claimOfRepaidLoan, decideClaimReview, decideClaimWithdrawal } from '../../shared/domain/claim-review.ts';
import { accepted } from '../../shared/domain/refusal.ts';
import { verdict } from './cases.ts';
import { claimIn } from './claim-cases.ts';

const accept = { decision: 'accept', note: '齐备' } as const;
const giveBack = { decision: 'return', note: '缺催收记录' } as const;

describe('the office’s check of a claim (R22)', () => {
  test('accepts it with its note, or returns it with what is to be corrected', () => {
    expect(decideClaimReview(claimIn.submitted, accept)).toEqual(
      accepted({ type: 'claim-accepted', data: { note: '齐备' } }),
    );
    expect(decideClaimReview(claimIn.submitted, giveBack)).toEqual(
      accepted({ type: 'claim-returned', data: { note: '缺催收记录' } }),
    );
  });

  const open = (decide: (state: (typeof claimStates)[number]) => string) =>
    claimStates.filter((state) => decide(state) === 'accepted').sort();

  test('accepts submitted claims alone, and returns also those that are accepted or deferred', () => {
    expect(open((state) => verdict(decideClaimReview(claimIn[state], accept)))).toEqual(['submitted']);
    expect(open((state) => verdict(decideClaimReview(claimIn[state], giveBack)))).toEqual([
      ...['accepted', 'deferred', 'submitted'],
    ]);
  });

  test('the bank may withdraw it until it is on an agenda, and says why if it likes', () => {
    expect(open((state) => verdict(decideClaimWithdrawal(claimIn[state], null)))).toEqual([
      ...['accepted', 'deferred', 'returned', 'submitted'],
    ]);
    expect(decideClaimWithdrawal(claimIn.submitted, '另案处理')).toEqual(
      accepted({ type: 'claim-withdrawn', data: { reason: '另案处理', because: 'withdrawn-by-institution' } }),
    );
  });

  test('of a loan that was repaid it ends withdrawn, for that reason (R17)', () => {
    expect(claimOfRepaidLoan).toEqual({
      type: 'claim-withdrawn',
      data: { reason: null, because: 'loan-repaid' },
    });
  });
});
