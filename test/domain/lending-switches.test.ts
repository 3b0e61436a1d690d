import { describe, expect, test } from 'vitest';
import { decideInstitutionReview } from '../../shared/domain/application-review.ts';
import { decideResubmission, decideSubmission } from '../../shared/domain/application-submission.ts';
import { decideDisbursement } from '../../shared/domain/disbursement.ts';
import type { PolicyParameters } from '../../shared/domain/policy.ts';
import { policyNamed } from '../../shared/domain/policy.ts';
import { faultOfParameters } from '../../shared/domain/policy-parameters.ts';
import { bookWith, inState, someFacts, terms, today, verdict } from './cases.ts';

const under = (change: Partial<PolicyParameters>) =>
  someFacts({ policy: policyNamed(bookWith(change), 'measures-2024') });

describe('a rate above the loan prime rate (maxAnnualRateOverLprBp)', () => {
  // 3.10 % and 150 basis points: 4.60 % is the most.
  const limited = under({ loanPrimeRateBp: 310, maxAnnualRateOverLprBp: 150 });
  const off = under({ loanPrimeRateBp: 310 });
  const approve = (annualRateBp: number | null, annualRatePpm: number | null, facts = limited) => {
    const review = { decision: 'approve', approvedAmountFen: null, annualRateBp, annualRatePpm } as const;
    return decideInstitutionReview(inState.submitted, review, facts, today);
  };
  const pay = (annualRateBp: number, annualRatePpm: number | null, facts = limited) =>
    decideDisbursement(
      inState.confirmed,
      {
        loanId: 'loan-1',
        amountFen: 1,
        disbursedOn: today,
        maturesOn: '2027-03-01',
        contractNumber: 'HT-1',
        noteNumber: '',
        annualRateBp,
        annualRatePpm,
      },
      facts,
      false,
      today,
    );

  test.each([
    [459, null, 'accepted'],
    [460, null, 'accepted'],
    [461, null, 'rate-too-high'],
    // Parts per million say it finer than basis points.
    [460, 46_000, 'accepted'],
    [460, 46_001, 'rate-too-high'],
  ] as const)('of %i basis points (%o ppm): %s, approved or disbursed', (annualRateBp, annualRatePpm, expected) => {
    expect(verdict(approve(annualRateBp, annualRatePpm))).toBe(expected);
    expect(verdict(pay(annualRateBp, annualRatePpm))).toBe(expected);
    expect(verdict(approve(annualRateBp, annualRatePpm, off))).toBe('accepted');
    expect(verdict(pay(annualRateBp, annualRatePpm, off))).toBe('accepted');
  });

  test('is no matter of an approval that names no rate', () => {
    expect(verdict(approve(null, null))).toBe('accepted');
  });

  test('says what was asked, what is the most, and why', () => {
    expect(pay(461, null)).toMatchObject({
      rule: 'R1',
      facts: { askedPpm: 46_100, mostPpm: 46_000, loanPrimeRateBp: 310, maxAnnualRateOverLprBp: 150 },
    });
  });

  test('cannot be limited by a version that names no loan prime rate', () => {
    const facts = under({ maxAnnualRateOverLprBp: 150 });
    const { parameters } = facts.policy;
    expect(verdict(pay(9_999, null, facts))).toBe('accepted');
    expect(faultOfParameters(parameters)).toMatchObject({
      code: 'validation-failed',
      facts: { parameter: 'maxAnnualRateOverLprBp', needs: 'loanPrimeRateBp' },
    });
    expect(faultOfParameters(limited.policy.parameters)).toBeNull();
  });
});

describe('a prohibited use of funds (useOfFundsProhibited)', () => {
  const limited = under({ useOfFundsProhibited: ['房地产', 'Stock Trading'] });
  const apply = (purpose: string, facts = limited) => {
    const submission = { applicationId: 'app-1', appliedBy: 'rcb', additionalSecurity: [], projectId: null };
    return decideSubmission(
      { ...submission, terms: { ...terms, purpose }, ownReference: null, consent: null },
      facts,
      today,
    );
  };

  test.each([
    ['研发投入', 'accepted'],
    ['投资房地产', 'use-prohibited'],
    ['房 地 产', 'use-prohibited'],
    ['ｓｔｏｃｋ　trading', 'use-prohibited'],
    ['地产', 'accepted'],
  ])('for %s: %s', (purpose, expected) => {
    expect(verdict(apply(purpose))).toBe(expected);
    expect(verdict(decideResubmission(inState.returned, { purpose }, limited, today))).toBe(expected);
    expect(verdict(apply(purpose, under({})))).toBe('accepted');
    expect(verdict(apply(purpose, under({ useOfFundsProhibited: [] })))).toBe('accepted');
  });

  test('is named in the refusal', () => {
    expect(apply('投资房地产')).toMatchObject({
      rule: 'R1',
      facts: { purpose: '投资房地产', prohibited: '房地产', policy: 'measures-2024' },
    });
  });
});
