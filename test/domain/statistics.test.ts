import { describe, expect, test } from 'vitest';
import { claimStates } from '../../shared/domain/claim.ts';
import { shareBp, statisticsOf } from '../../shared/domain/statistics.ts';

const buckets = (entries: Readonly<Record<string, Readonly<Record<string, number>>>>) =>
  new Map(Object.entries(entries).map(([period, sums]) => [period, new Map(Object.entries(sums))]));

describe('the programme’s figures', () => {
  test('sum over all periods, and say the month of each loan', () => {
    const found = statisticsOf(
      '2024-03-02',
      buckets({
        '2023': { listed: 5, 'loans/credit': 2, 'lentFen/credit': 300, 'loans#12': 2, 'lentFen#12': 300 },
        '2024-01': { listed: -1, 'loans@rcb': 2, 'lentFen@rcb': 300, 'outFen@rcb': 120 },
        '2024-03-02': {
          'loans/guarantee': 1,
          'lentFen/guarantee': 100,
          'loans#03': 1,
          'lentFen#03': 100,
          'loans@icbc': 1,
          'lentFen@icbc': 100,
          'outFen@icbc': 100,
          'compFen@icbc': 7,
          'guar@talent': 1,
          'guarFen@talent': 100,
          'guarOutFen@talent': 100,
          'claims/paid': 1,
          'claimedFen/paid': 12,
        },
      }),
      ['high-tech'],
    );
    expect(found).toEqual({
      asOf: '2024-03-02',
      enterprisesListed: 4,
      byCategory: { 'high-tech': 0 },
      loansCount: 3,
      loansCumulativeFen: 400,
      outstandingFen: 220,
      byMode: {
        credit: { count: 2, amountFen: 300 },
        'ip-pledge': { count: 0, amountFen: 0 },
        pledge: { count: 0, amountFen: 0 },
        guarantee: { count: 1, amountFen: 100 },
        mortgage: { count: 0, amountFen: 0 },
        other: { count: 0, amountFen: 0 },
      },
      creditAndIpShareBp: 7500,
      compensatedFen: 7,
      claims: {
        ...Object.fromEntries(claimStates.map((state) => [state, { count: 0, amountFen: 0 }])),
        paid: { count: 1, amountFen: 12 },
      },
      byInstitution: [
        { institutionId: 'icbc', loansCount: 1, loansCumulativeFen: 100, outstandingFen: 100, compensatedFen: 7 },
        { institutionId: 'rcb', loansCount: 2, loansCumulativeFen: 300, outstandingFen: 120, compensatedFen: 0 },
      ],
      byGuarantor: [{ institutionId: 'talent', loansCount: 1, loansCumulativeFen: 100, outstandingFen: 100 }],
      byMonth: [
        { month: '2023-12', count: 2, amountFen: 300 },
        { month: '2024-01', count: 0, amountFen: 0 },
        { month: '2024-02', count: 0, amountFen: 0 },
        { month: '2024-03', count: 1, amountFen: 100 },
      ],
    });
  });

  test('begin with the month of the first loan, in whatever order the periods are read; before it there is none', () => {
    const read = buckets({
      '2024-03': { 'loans#03': 1, 'lentFen#03': 100 },
      '2023-12': { 'loans#12': 1, 'lentFen#12': 100 },
      '2023-11': { 'loans#11': 1, 'lentFen#11': 50 },
    });
    expect(statisticsOf('2024-03-02', read, []).byMonth).toEqual([
      { month: '2023-11', count: 1, amountFen: 50 },
      { month: '2023-12', count: 1, amountFen: 100 },
      { month: '2024-01', count: 0, amountFen: 0 },
      { month: '2024-02', count: 0, amountFen: 0 },
      { month: '2024-03', count: 1, amountFen: 100 },
    ]);
    expect(statisticsOf('2024-03-02', buckets({}), [])).toMatchObject({ byMonth: [], creditAndIpShareBp: 0 });
  });

  test('count credit and intellectual property together as the share of all that was lent', () => {
    const lent = { 'lentFen/credit': 100, 'lentFen/ip-pledge': 200, 'lentFen/mortgage': 700 };
    expect(statisticsOf('2024-03-02', buckets({ '2023': lent }), []).creditAndIpShareBp).toBe(3_000);
  });

  test('a share is rounded down, and is 0 where nothing was lent', () => {
    expect(shareBp(1, 3)).toBe(3333);
    expect(shareBp(2, 3)).toBe(6666);
    expect(shareBp(3, 3)).toBe(10_000);
    expect(shareBp(0, 0)).toBe(0);
  });

  test('a share of sums beyond what a double multiplies exactly is exact', () => {
    expect(shareBp(9_007_199_254_740_990, 9_007_199_254_740_991)).toBe(9999);
  });
});
