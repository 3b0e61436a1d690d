import { describe, expect, test } from 'vitest';
import type { ClaimTerms } from '../../shared/domain/claim-event.ts';
import { claimReadiness, refusalOfClaim } from '../../shared/domain/claim-readiness.ts';
import { claimEvidenceMax, decideClaimResubmission } from '../../shared/domain/claim-submission.ts';
import { type LoanState, loanStates } from '../../shared/domain/loan.ts';
import { accepted, refusedBy, stateConflict } from '../../shared/domain/refusal.ts';
import { verdict } from './cases.ts';
import { claimIn } from './claim-cases.ts';
import { bad, type Change, claimed, factsOf, papers, terms, today } from './claim-filing-cases.ts';
import { loanIn, parameters } from './loan-cases.ts';

describe('claim readiness (R20)', () => {
  test('lists every defect at once, from the day of disbursement', () => {
    const { defects } = claimReadiness(factsOf({ loan: loanIn.active, today: '2026-03-02' }));
    expect(defects.map(({ code, facts }) => [code, facts.kind])).toEqual([
      ['not-non-performing', undefined],
      ...parameters.requiredEvidence.map((kind) => ['evidence-missing', kind]),
    ]);
  });

  test('takes what the loan holds as evidence', () => {
    const evidence = papers.map((paper) => ({ ...paper, documentId: null, addedOn: '2027-06-01' }));
    expect(claimReadiness(factsOf({ loan: { evidence } })).defects).toEqual([]);
    const [missing, ...others] = claimReadiness(factsOf({ loan: { evidence: evidence.slice(1) } })).defects;
    expect(missing).toEqual({ rule: 'R20', code: 'evidence-missing', facts: { kind: 'loan-contract' } });
    expect(others).toEqual([]);
  });

  test('estimates the whole loss that counts, with its working from the principal to the result', () => {
    const { lossFen, payout } = claimReadiness(factsOf());
    expect(lossFen).toBe(1_036);
    expect(payout.shares).toEqual({ fundFen: 621, guarantorFen: 0, institutionFen: 415 });
    expect(payout.working.map(({ what }) => what)).toEqual([
      'outstanding-principal',
      'term-interest',
      'left-out',
      'loss',
      'split',
      'year-cap',
      'result',
    ]);
    // Nothing is claimed or assessed yet: all that counts is what is estimated.
    expect(payout.working.find(({ what }) => what === 'loss')?.figures).toEqual({
      ...{ mostFen: 1_036, claimedFen: null, assessedFen: null, lossFen: 1_036 },
    });
  });

  test('finds no early default where nothing has defaulted yet', () => {
    const evidence = papers.map((paper) => ({ ...paper, documentId: null, addedOn: '2026-03-02' }));
    const change = { loan: { ...loanIn.active, evidence }, policy: { earlyDefaultMonths: 6 }, today: '2026-03-02' };
    expect(claimReadiness(factsOf(change)).defects.map(({ code }) => code)).toEqual(['not-non-performing']);
  });

  test.each(loanStates)('says of a loan that is %s whether its state stands in the way', (state) => {
    const [first] = claimReadiness(factsOf({ loan: loanIn[state] })).defects;
    const expected: Partial<Record<LoanState, string>> = {
      active: 'not-non-performing',
      overdue: 'not-non-performing',
      'non-performing': 'evidence-missing',
    };
    expect(first?.code).toBe(expected[state] ?? 'state-conflict');
  });
});

describe('a claim (R20)', () => {
  test.each(loanStates)('on a loan that is %s is taken or refused for its state before all else', (state) => {
    const nothing = { evidence: [], principalLossFen: 9_999_999 };
    const decision = claimed(nothing, { loan: loanIn[state] });
    if (state === 'non-performing') expect(verdict(decision)).toBe('claim-not-ready');
    else if (state === 'active' || state === 'overdue') {
      expect(decision).toEqual(refusedBy('R20', 'not-non-performing', { state }));
    } else expect(decision).toEqual(stateConflict(state, ['non-performing']));
  });

  test('with one defect is refused by that defect’s own code, with its figures', () => {
    expect(claimed({ evidence: papers.slice(1) })).toEqual({
      kind: 'refused',
      rule: 'R20',
      code: 'evidence-missing',
      facts: { kind: 'loan-contract' },
    });
  });

  test('with several is refused with all of them', () => {
    const refusal = claimed({ evidence: papers.slice(2), interestLossFen: 37 });
    expect(refusal).toMatchObject({ rule: 'R20', code: 'claim-not-ready' });
    expect(refusal.kind === 'refused' && refusal.facts.missing).toEqual([
      { rule: 'R20', code: 'evidence-missing', facts: { kind: 'loan-contract' } },
      { rule: 'R20', code: 'evidence-missing', facts: { kind: 'disbursement-voucher' } },
      {
        rule: 'R20',
        code: 'loss-exceeds-outstanding',
        facts: { asked: 1_037, most: 1_036, outstanding: 1_000, countableInterest: 36 },
      },
    ]);
  });

  test('finds nothing missing that readiness does not list, and the other way round', () => {
    const change: Change = {
      loan: { reportedOn: '2026-05-01' },
      policy: { earlyDefaultMonths: 24, totalPublicCoverBp: 1, fundYearCeilingFen: 1 },
      today: '2029-01-01',
    };
    const claim = { ...terms, evidence: [] };
    const refusal = refusalOfClaim(factsOf(change), claim, '2029-01-01', []);
    expect(refusal?.facts.missing).toEqual(claimReadiness(factsOf(change)).defects);
    expect(claimReadiness(factsOf(change)).defects.map(({ code }) => code)).toEqual([
      ...papers.map(() => 'evidence-missing'),
      'filed-too-late',
      'early-default',
      'claim-window-closed',
      'public-cover-exceeded',
      'fund-year-ceiling',
    ]);
  });

  test.each([
    [1_000, 35, 'accepted'],
    [1_000, 36, 'accepted'],
    [1_000, 37, 'loss-exceeds-outstanding'],
    [1_036, 0, 'accepted'],
    [1, 0, 'accepted'],
  ])('of %i of principal and %i of interest: %s', (principalLossFen, interestLossFen, expected) => {
    expect(verdict(claimed({ principalLossFen, interestLossFen }))).toBe(expected);
  });

  test('may bring other kinds of papers, up to a number', () => {
    const welcome = (count: number) => ({
      evidence: [
        ...papers,
        ...Array(count).fill({ kind: 'site-photo', reference: null, documentId: null, datedOn: null }),
      ],
    });
    expect(verdict(claimed(welcome(claimEvidenceMax - papers.length)))).toBe('accepted');
    expect(claimed(welcome(claimEvidenceMax - papers.length + 1))).toMatchObject({
      code: 'too-many-items',
      facts: { items: 26, itemsMax: 25 },
    });
  });

  test('is recorded with the parties of its loan, and nothing more than was asked', () => {
    const decision = claimed();
    expect(decision.kind === 'accepted' && decision.events).toEqual([
      {
        type: 'claim-submitted',
        data: {
          ...terms,
          claimId: 'claim-1',
          loanId: 'loan-1',
          creditCode: bad.creditCode,
          institutionId: 'rcb',
          mode: 'credit',
          guarantorId: null,
          policy: 'measures-2024',
          submittedOn: today,
        },
      },
    ]);
  });
});

describe('a claim filed again', () => {
  const again = (change: Change = {}, claim: Partial<ClaimTerms> = {}) =>
    decideClaimResubmission(
      { ...claimIn.returned, filedOn: '2028-05-30' },
      { ...terms, ...claim },
      factsOf({ ...change, loan: { ...loanIn.claimed, ...change.loan } }),
      [],
    );

  test('is judged by the same check while its loan is claimed', () => {
    expect(again()).toEqual(accepted({ type: 'claim-resubmitted', data: { ...terms, submittedOn: today } }));
    expect(verdict(again({}, { evidence: papers.slice(1) }))).toBe('evidence-missing');
    expect(again({}, { evidence: Array(26).fill(papers[0]) })).toEqual(
      refusedBy('R20', 'too-many-items', { items: 26, itemsMax: claimEvidenceMax }),
    );
    expect(verdict(again({ loan: { outstandingFen: 999 } }))).toBe('loss-exceeds-outstanding');
  });

  test('was in time when it was first filed in time', () => {
    expect(verdict(again({ today: '2028-07-01' }))).toBe('accepted');
  });
});

test('a claim whose dates contradict each other is refused for that (R20)', () => {
  expect(verdict(claimed({ defaultedOn: '2026-03-01' }))).toBe('date-out-of-range');
  expect(verdict(claimed({ defaultedOn: '2027-04-02', suitFiledOn: '2027-04-01' }))).toBe('out-of-date-order');
  expect(verdict(claimed({ defaultedOn: today, suitFiledOn: today }))).toBe('accepted');
});
