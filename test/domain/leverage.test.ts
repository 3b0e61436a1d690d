import { describe, expect, test } from 'vitest';
import { decideSubmission } from '../../shared/domain/application-submission.ts';
import { limitsLeverage, outstandingIn, refusalOfLeverage } from '../../shared/domain/leverage.ts';
import { policyNamed } from '../../shared/domain/policy.ts';
import { refusedBy } from '../../shared/domain/refusal.ts';
import { bookWith, someFacts, terms, today, verdict } from './cases.ts';
import { disburse } from './disbursement-cases.ts';

const times = (maxOutstandingOverFundBalance: number | null) =>
  policyNamed(bookWith({ maxOutstandingOverFundBalance }), 'measures-2024');

describe('the leverage of the programme (maxOutstandingOverFundBalance)', () => {
  test.each([
    [10, 1_000, 9_000, 999, null],
    [10, 1_000, 9_000, 1_000, null],
    [10, 1_000, 9_000, 1_001, 'leverage-exceeded'],
    // Ten and a half times 999 fen are 10,489.5.
    [10.5, 999, 0, 10_489, null],
    [10.5, 999, 0, 10_490, 'leverage-exceeded'],
    // Beyond what a float tells apart.
    [1.1, 8_188_362_958_855_447, 9_007_199_254_740_990, 1, null],
    [1.1, 8_188_362_958_855_446, 9_007_199_254_740_990, 1, 'leverage-exceeded'],
    [0, 1_000, 0, 1, 'leverage-exceeded'],
    [10, 0, 0, 1, 'leverage-exceeded'],
    [null, 0, 1_000, 1, null],
  ])(
    'of %d times a balance of %i with %i outstanding and %i more: %s',
    (most, balanceFen, outstandingFen, more, code) => {
      expect(refusalOfLeverage(times(most), { balanceFen, outstandingFen }, more)?.code ?? null).toBe(code);
    },
  );

  test('over the limit says by which figures, the limit rounded down to the fen', () => {
    expect(refusalOfLeverage(times(10.5), { balanceFen: 999, outstandingFen: 10_000 }, 490)).toEqual(
      refusedBy('R1', 'leverage-exceeded', {
        ...{ asked: 490, outstanding: 10_000, balance: 999, limit: 10_489 },
        ...{ maxOutstandingOverFundBalance: 10.5, policy: 'measures-2024' },
      }),
    );
  });

  test('is read only where a version limits it', () => {
    expect([times(10), times(0), times(null), null].map(limitsLeverage)).toEqual([true, true, false, false]);
    expect(refusalOfLeverage(times(10), null, 1)).toBeNull();
  });

  test('stops an application, and a disbursement, one fen over', () => {
    const leverageOf = (outstandingFen: number) => ({ balanceFen: 1_000_000_000, outstandingFen });
    const facts = (outstandingFen: number) =>
      someFacts({ policy: times(1), leverage: leverageOf(outstandingFen - terms.amountFen) });
    const submission = { applicationId: 'app-1', appliedBy: 'rcb', additionalSecurity: [], projectId: null };
    const apply = (outstandingFen: number) =>
      verdict(
        decideSubmission({ ...submission, terms, ownReference: null, consent: null }, facts(outstandingFen), today),
      );
    const pay = (outstandingFen: number) => verdict(disburse({}, { facts: facts(outstandingFen) }));
    expect([apply(1_000_000_000), pay(1_000_000_000)]).toEqual(['accepted', 'accepted']);
    expect([apply(1_000_000_001), pay(1_000_000_001)]).toEqual(['leverage-exceeded', 'leverage-exceeded']);
  });

  test('counts what is outstanding of every institution, and nothing else', () => {
    const buckets = [
      new Map([
        ['outFen@rcb', 5],
        ['lentFen@rcb', 9],
      ]),
      new Map([
        ['outFen@icbc', 7],
        ['outFen@rcb', -2],
      ]),
    ];
    expect(outstandingIn(buckets)).toBe(10);
  });
});
