import { describe, expect, test } from 'vitest';
import { verdict } from './cases.ts';
import { claimed, papers, today } from './claim-filing-cases.ts';

describe('the dates of a claim (R20)', () => {
  const dated = (days: Readonly<Record<string, string>>) => ({
    evidence: papers.map((paper) => ({ ...paper, datedOn: days[paper.kind] ?? null })),
  });

  test.each([
    ['a default before the disbursement', { defaultedOn: '2026-03-01' }, 'date-out-of-range'],
    ['a default on its day', { defaultedOn: '2026-03-02' }, 'accepted'],
    ['a default today', { defaultedOn: today }, 'accepted'],
    ['a default tomorrow', { defaultedOn: '2027-06-16' }, 'date-out-of-range'],
    ['a suit tomorrow', { suitFiledOn: '2027-06-16' }, 'date-out-of-range'],
    ['a suit before the default', { defaultedOn: '2027-04-02', suitFiledOn: '2027-04-01' }, 'out-of-date-order'],
    ['a suit on the day of the default', { defaultedOn: '2027-04-02', suitFiledOn: '2027-04-02' }, 'accepted'],
    ['a paper of tomorrow', dated({ 'loan-contract': '2027-06-16' }), 'date-out-of-range'],
    ['a contract long before the loan', dated({ 'loan-contract': '2026-01-05' }), 'accepted'],
    [
      'a contract after the voucher',
      dated({ 'loan-contract': '2026-03-03', 'disbursement-voucher': '2026-03-02' }),
      'out-of-date-order',
    ],
    [
      'a collection before the voucher',
      dated({ 'disbursement-voucher': '2026-03-02', 'collection-record': '2026-03-01' }),
      'out-of-date-order',
    ],
    [
      'a class before the voucher',
      dated({ 'disbursement-voucher': '2026-03-02', 'classification-record': '2026-03-01' }),
      'out-of-date-order',
    ],
    ['all papers of one day', dated(Object.fromEntries(papers.map(({ kind }) => [kind, '2026-03-02']))), 'accepted'],
    ['no dates at all', {}, 'accepted'],
  ])('%s: %s', (...[, change, expected]) => {
    expect(verdict(claimed(change))).toBe(expected);
  });

  test('are compared with what the loan holds, the earliest of each kind', () => {
    const held = {
      kind: 'disbursement-voucher',
      reference: null,
      datedOn: '2026-03-02',
      documentId: null,
      addedOn: '2026-03-02',
    };
    const contract = (datedOn: string) => ({ kind: 'loan-contract', reference: null, documentId: null, datedOn });
    const claim = (...contracts: readonly string[]) => ({
      evidence: [...papers.slice(1), ...contracts.map(contract)],
    });
    const loan = { evidence: [held] };
    expect(claimed(claim('2026-03-03'), { loan })).toMatchObject({
      code: 'out-of-date-order',
      facts: {
        field: 'evidence.disbursement-voucher.datedOn',
        given: '2026-03-02',
        after: 'evidence.loan-contract.datedOn',
        last: '2026-03-03',
      },
    });
    expect(verdict(claimed(claim('2026-03-03', '2026-02-01'), { loan }))).toBe('accepted');
  });
});
