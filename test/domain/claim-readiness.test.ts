import { describe, expect, test } from 'vitest';
import type { ClaimTerms } from '../../shared/domain/claim-event.ts';
import { type ClaimFacts, claimReadiness, refusalOfClaim } from '../../shared/domain/claim-readiness.ts';
import { claimEvidenceMax, decideClaim, decideClaimResubmission } from '../../shared/domain/claim-submission.ts';
import type { Loan, LoanState } from '../../shared/domain/loan.ts';
import { loanStates } from '../../shared/domain/loan.ts';
import type { PolicyParameters } from '../../shared/domain/policy.ts';
import { accepted } from '../../shared/domain/refusal.ts';
import { verdict } from './cases.ts';
import { claimIn } from './claim-cases.ts';
import { loanIn, parameters } from './loan-cases.ts';

/** 1,000 fen outstanding, non-performing since 31 May 2027; 3.65 % over 364 days are 36.9 fen of interest. */
const bad = loanIn['non-performing'];
const today = '2027-06-15';
const papers = parameters.requiredEvidence.map((kind) => ({ kind, reference: 'A-1', documentId: null, datedOn: null }));

const terms: ClaimTerms = {
  principalLossFen: 1_000,
  interestLossFen: 36,
  evidence: papers,
  statement: '无力归还',
  defaultedOn: null,
  suitFiledOn: null,
};
interface Change {
  readonly loan?: Partial<Loan>;
  readonly policy?: Partial<PolicyParameters>;
  readonly use?: Partial<ClaimFacts['use']>;
  readonly today?: string;
}
const factsOf = ({ loan = {}, policy = {}, use = {}, today: on = today }: Change = {}): ClaimFacts => ({
  loan: { ...bad, ...loan },
  parameters: { ...parameters, ...policy },
  use: { year: 2027, institutionFen: 0, fundFen: 0, ...use },
  today: on,
});
const claimed = (claim: Partial<ClaimTerms> = {}, change: Change = {}) =>
  decideClaim('claim-1', { ...terms, ...claim }, factsOf(change), []);

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
    const expected: Partial<Record<LoanState, string>> = {
      active: 'not-non-performing',
      overdue: 'not-non-performing',
      'non-performing': 'claim-not-ready',
    };
    expect(verdict(claimed(nothing, { loan: loanIn[state] }))).toBe(expected[state] ?? 'state-conflict');
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
    expect(claimed(welcome(claimEvidenceMax - papers.length + 1))).toEqual({
      ...{ kind: 'refused', rule: 'R20', code: 'too-many-items', facts: { items: 26, itemsMax: 25 } },
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

test('a claim whose dates contradict each other is refused for that (R20)', () => {
  expect(verdict(claimed({ defaultedOn: '2026-03-01' }))).toBe('date-out-of-range');
  expect(verdict(claimed({ defaultedOn: '2027-04-02', suitFiledOn: '2027-04-01' }))).toBe('out-of-date-order');
  expect(verdict(claimed({ defaultedOn: today, suitFiledOn: today }))).toBe('accepted');
});

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

  test('name themselves and the figures that decided', () => {
    const factsWith = (change: Change) => {
      const refusal = claimed({ interestLossFen: 0 }, change);
      return refusal.kind === 'refused' ? refusal.facts : null;
    };
    expect(factsWith({ loan: { reportedOn: '2026-04-02' } })).toEqual({
      disbursedOn: '2026-03-02',
      reportedOn: '2026-04-02',
      latest: '2026-04-01',
      filingWithinDays: 30,
    });
    expect(factsWith({ policy: { earlyDefaultMonths: 16 } })).toEqual({
      defaultedOn: '2027-05-31',
      earliest: '2027-07-02',
      earlyDefaultMonths: 16,
    });
    expect(factsWith({ today: '2028-05-31' })).toEqual({
      filedOn: '2028-05-31',
      nonPerformingSince: '2027-05-31',
      latest: '2028-05-30',
      claimWithinDays: 365,
    });
    expect(factsWith({ policy: { totalPublicCoverBp: 5_999 } })).toEqual({
      covered: 600,
      loss: 1_000,
      totalPublicCoverBp: 5_999,
    });
    expect(factsWith({ use: { fundFen: 401 }, policy: { fundYearCeilingFen: 1_000 } })).toEqual({
      asked: 600,
      year: 2027,
      fundYearCeilingFen: 1_000,
    });
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
    expect(verdict(again({}, { evidence: Array(26).fill(papers[0]) }))).toBe('too-many-items');
    expect(verdict(again({ loan: { outstandingFen: 999 } }))).toBe('loss-exceeds-outstanding');
  });

  test('was in time when it was first filed in time', () => {
    expect(verdict(again({ today: '2028-07-01' }))).toBe('accepted');
  });
});
