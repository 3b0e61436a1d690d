import { describe, expect, test } from 'vitest';
import { datesOf } from '../../shared/domain/claim-dates.ts';
import type { ClaimTerms } from '../../shared/domain/claim-event.ts';
import { refusedBy } from '../../shared/domain/refusal.ts';
import { loanIn, parameters } from './loan-cases.ts';

/** Disbursed on 2 March 2026, non-performing since 31 May 2027. */
const bad = loanIn['non-performing'];
const today = '2027-06-15';
const tomorrow = '2027-06-16';

const terms: ClaimTerms = {
  principalLossFen: 1_000,
  interestLossFen: 0,
  evidence: [],
  statement: '无力归还',
  defaultedOn: null,
  suitFiledOn: null,
};
const papers = (days: Readonly<Record<string, string>>) => ({
  evidence: parameters.requiredEvidence.map((kind) => ({
    ...{ kind, reference: 'A-1', documentId: null, datedOn: days[kind] ?? null },
  })),
});
const refusalsOf = (claim: Partial<ClaimTerms>, loan = bad) => datesOf(loan, { ...terms, ...claim }, today);

/** The range of a day that is told: from the disbursement where that bounds it, and today. */
const outside = (field: string, given: string, from?: string) =>
  refusedBy('R20', 'date-out-of-range', { field, given, ...(from && { from }), through: today });
const before = (field: string, given: string, after: string, last: string) =>
  refusedBy('R20', 'out-of-date-order', { field, given, after, last });

const contractField = 'evidence.loan-contract.datedOn';
const voucherField = 'evidence.disbursement-voucher.datedOn';

describe('the dates of a claim (R20)', () => {
  // The day before, the day and the day after; each refusal whole, so that who filed can tell which day to correct.
  test.each([
    [
      'a default before the disbursement',
      { defaultedOn: '2026-03-01' },
      [outside('defaultedOn', '2026-03-01', '2026-03-02')],
    ],
    ['a default on its day', { defaultedOn: '2026-03-02' }, []],
    ['a default today', { defaultedOn: today }, []],
    ['a default tomorrow', { defaultedOn: tomorrow }, [outside('defaultedOn', tomorrow, '2026-03-02')]],
    [
      'a suit before the disbursement',
      { suitFiledOn: '2026-03-01' },
      [outside('suitFiledOn', '2026-03-01', '2026-03-02')],
    ],
    ['a suit on its day', { suitFiledOn: '2026-03-02' }, []],
    ['a suit tomorrow', { suitFiledOn: tomorrow }, [outside('suitFiledOn', tomorrow, '2026-03-02')]],
    [
      'a suit before the default',
      { defaultedOn: '2027-04-02', suitFiledOn: '2027-04-01' },
      [before('suitFiledOn', '2027-04-01', 'defaultedOn', '2027-04-02')],
    ],
    ['a suit on the day of the default', { defaultedOn: '2027-04-02', suitFiledOn: '2027-04-02' }, []],
    ['a paper of today', papers({ 'collection-record': today }), []],
    ['a paper of tomorrow', papers({ 'loan-contract': tomorrow }), [outside(contractField, tomorrow)]],
    ['a contract long before the loan', papers({ 'loan-contract': '2026-01-05' }), []],
    [
      'a contract after the voucher',
      papers({ 'loan-contract': '2026-03-03', 'disbursement-voucher': '2026-03-02' }),
      [before(voucherField, '2026-03-02', contractField, '2026-03-03')],
    ],
    [
      'a collection before the voucher',
      papers({ 'disbursement-voucher': '2026-03-02', 'collection-record': '2026-03-01' }),
      [before('evidence.collection-record.datedOn', '2026-03-01', voucherField, '2026-03-02')],
    ],
    [
      'a class before the voucher',
      papers({ 'disbursement-voucher': '2026-03-02', 'classification-record': '2026-03-01' }),
      [before('evidence.classification-record.datedOn', '2026-03-01', voucherField, '2026-03-02')],
    ],
    [
      'all papers of one day',
      papers(Object.fromEntries(parameters.requiredEvidence.map((kind) => [kind, '2026-03-02']))),
      [],
    ],
    ['no dates at all', papers({}), []],
    [
      'several at once: all of them',
      { defaultedOn: tomorrow, suitFiledOn: '2026-03-01' },
      [
        outside('defaultedOn', tomorrow, '2026-03-02'),
        outside('suitFiledOn', '2026-03-01', '2026-03-02'),
        before('suitFiledOn', '2026-03-01', 'defaultedOn', tomorrow),
      ],
    ],
  ])('%s', (_, claim, expected) => {
    expect(refusalsOf(claim)).toStrictEqual(expected);
  });

  test('are compared with what the loan holds, the earliest of each kind', () => {
    const paper = (kind: string, datedOn: string | null) => ({ kind, reference: null, documentId: null, datedOn });
    const held = { ...paper('disbursement-voucher', '2026-03-02'), addedOn: '2026-03-02' };
    const contracts = (...days: readonly (string | null)[]) => ({
      evidence: days.map((day) => paper('loan-contract', day)),
    });
    const loan = { ...bad, evidence: [held] };
    expect(refusalsOf(contracts('2026-03-03'), loan)).toEqual([
      before(voucherField, '2026-03-02', contractField, '2026-03-03'),
    ]);
    expect(refusalsOf(contracts('2026-03-03', '2026-02-01'), loan)).toEqual([]);
    expect(refusalsOf(contracts(null, '2026-03-03'), loan)).toHaveLength(1);
  });

  test('of a loan on which nothing was claimed yet are those of its own papers', () => {
    const paper = { reference: null, documentId: null, addedOn: '2026-03-05' };
    const evidence = [
      { ...paper, kind: 'loan-contract', datedOn: '2026-03-04' },
      { ...paper, kind: 'disbursement-voucher', datedOn: '2026-03-02' },
    ];
    expect(datesOf({ ...bad, evidence }, null, today)).toEqual([
      before(voucherField, '2026-03-02', contractField, '2026-03-04'),
    ]);
  });
});
