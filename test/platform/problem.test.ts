import { describe, expect, test } from 'vitest';
import { languageOf } from '../../shared/contracts/language.ts';
import { admissionRefusals } from '../../shared/contracts/refusals/admission.ts';
import { allRefusals } from '../../shared/contracts/refusals/all.ts';
import { claimAreas } from '../../shared/contracts/refusals/claim.ts';
import { conferenceRefusals } from '../../shared/contracts/refusals/conference.ts';
import { lendingRefusals } from '../../shared/contracts/refusals/lending.ts';
import { paymentRefusals } from '../../shared/contracts/refusals/payment.ts';
import type { Facts } from '../../shared/domain/refusal.ts';
import { type FactsOf, type RefusalCode, refusalCodes } from '../../shared/domain/refusal-facts.ts';
import { problemReply } from '../../shared/platform/problem.ts';

const everyArea = [...claimAreas, admissionRefusals, conferenceRefusals, lendingRefusals, paymentRefusals];

const told = (code: RefusalCode, facts: Facts, language: 'zh' | 'en', rule: string | null = null) => {
  const place = { language, instance: '/v1/applications', traceId: 'trace-1', problems: everyArea };
  const reply = problemReply({ code, rule, facts }, place);
  return { ...reply, problem: JSON.parse(reply.body) };
};

/** The facts with which each refusal is made, and what of them a person must find in its text. */
const figures: { readonly [Code in RefusalCode]?: readonly (readonly [FactsOf<Code>, readonly string[]])[] } = {
  forbidden: [
    [{}, []],
    [{ allowed: 'bank, office' }, ['bank, office']],
    [{ named: 'icbc', own: 'rcb' }, ['icbc', 'rcb']],
    [{ appliedBy: 'icbc', own: 'rcb' }, ['icbc']],
    [{ units: 'science, pboc', own: 'tax' }, ['science, pboc', 'tax']],
  ],
  'four-eyes': [
    [{ handledBy: '张三', checkedBy: '张三' }, ['张三']],
    [{ inclusionId: 'inc-1' }, ['inc-1']],
  ],
  'state-conflict': [
    [{ state: 'expired', allowed: 'confirmed' }, ['expired', 'confirmed']],
    [{ claimId: 'clm-1', state: 'submitted', allowed: 'accepted, deferred' }, ['clm-1', 'submitted', 'accepted']],
    [{ inclusionId: 'inc-1', state: 'unknown', allowed: 'submitted' }, ['inc-1', 'unknown', 'submitted']],
    [{ state: 'voting-closed', allowed: 'open', votingClosesAt: 'T1' }, ['voting-closed', 'T1']],
  ],
  'too-many-requests': [
    [
      {
        announced: 60,
        announcedMax: 61,
        announcedBytes: 1_001,
        announcedBytesMax: 2_002,
        askedBytes: 1_003,
        resumesOn: '2026-03-03',
      },
      ['60', '61', '1001', '2002', '1003', '2026-03-03'],
    ],
  ],
  'already-exists': [
    [{ contractNumber: 'HT-1', noteNumber: 'J-2' }, ['HT-1', 'J-2']],
    [{ contractNumber: 'HT-1', noteNumber: null }, ['HT-1']],
    [{ institutionId: 'rcb' }, ['rcb']],
    [{ institutionId: 'office', takenBy: 'official' }, ['office']],
    [{ year: 2026, number: 3 }, ['2026', '3']],
  ],
  'version-mismatch': [[{ given: 3, current: 4 }, ['3', '4']]],
  'too-large': [
    [{ bytes: 2_000_000, bytesMax: 1_048_576 }, ['2000000', '1048576']],
    [{ rowsMax: 20_000 }, ['20000']],
    [{}, []],
  ],
  'not-listed': [
    [{ creditCode: 'X1', on: '2026-03-02', known: false }, ['X1']],
    [
      { creditCode: 'X1', on: '2026-03-02', known: true, listedThrough: '2026-03-01' },
      ['X1', '2026-03-02', '2026-03-01'],
    ],
    // It was listed anew since, so that its last day on the list is after the day asked about.
    [
      { creditCode: 'X1', on: '2026-03-02', known: true, listedThrough: '9999-12-31' },
      ['X1', '2026-03-02', '9999-12-31'],
    ],
  ],
  'cap-exceeded': [
    [
      { cap: 1_000_000_000, asked: 100_000_001, used: 900_000_000, left: 100_000_000, policy: 'measures-2024' },
      ['10,000,000.00', '1,000,000.01', '9,000,000.00', '1,000,000.00'],
    ],
    [{ cap: 1_000_000_000, asked: 100_000_001, policy: 'measures-2024' }, ['10,000,000.00', '1,000,000.01']],
  ],
  'questions-used-up': [
    [{ creditCode: 'X1', institutionId: 'icbc', on: '2026-03-02', perDay: 10 }, ['X1', '2026-03-02', '10']],
  ],
  'consent-required': [[{ creditCode: 'X1', consentValidDays: 90, policy: 'measures-2024' }, ['X1', '90']]],
  'amount-below-minimum': [[{ asked: 99_999, minimum: 10_000_000, policy: 'measures-2024' }, ['999.99', '100,000.00']]],
  'too-many-applications': [
    [{ institutionId: 'rcb', open: 21, most: 20, policy: 'measures-2024' }, ['rcb', '21', '20']],
  ],
  'institution-not-admitted': [
    [{ institutionId: null, on: '2026-03-02', kind: null, state: null }, []],
    [{ institutionId: 'rcb', on: '2026-03-02', kind: 'bank', state: 'suspended' }, ['rcb', '2026-03-02', 'suspended']],
    [{ institutionId: 'nobody', on: '2026-03-02', kind: null, state: null }, ['nobody']],
  ],
  'guarantor-not-admitted': [
    [{ guarantorId: 'tg', on: '2026-03-02', kind: 'guarantor', state: 'applied' }, ['tg', '2026-03-02', 'applied']],
    [{ guarantorId: 'nobody', on: '2026-03-02', kind: null, state: null }, ['nobody']],
    [{ guarantorId: null, on: '2026-03-02', kind: null, state: null }, []],
  ],
  'quota-exceeded': [
    [{ agreementId: 'agr-1', quota: 500, asked: 300, left: 200 }, ['agr-1', '5.00', '3.00', '2.00']],
    [{ agreementId: 'agr-1', quota: 500, asked: 300 }, ['agr-1', '5.00', '3.00']],
  ],
  'agreement-not-valid': [
    [
      { agreementId: 'agr-1', on: '2026-03-02', validUntil: '2026-03-01', institutionId: 'rcb', guarantorId: 'tg' },
      ['agr-1', '2026-03-02', '2026-03-01', 'rcb', 'tg'],
    ],
  ],
  'borrower-in-default': [
    [{ creditCode: 'X1', loans: 2 }, ['2']],
    [{ creditCode: 'X1' }, ['']],
  ],
  'amount-exceeds-applied': [[{ asked: 1_000_001, applied: 1_000_000 }, ['10,000.01', '10,000.00']]],
  'amount-exceeds-approved': [[{ asked: 1_000_001, approved: 1_000_000 }, ['10,000.01', '10,000.00']]],
  'date-out-of-range': [
    [{ field: 'disbursedOn', given: 'D1', from: 'D2', through: 'D3' }, ['disbursedOn', 'D1', 'D2', 'D3']],
    [{ field: 'maturesOn', given: 'D1', from: 'D2' }, ['maturesOn', 'D1', 'D2']],
    [{ field: 'signedOn', given: 'D1', through: 'D3' }, ['signedOn', 'D1', 'D3']],
    [{ field: 'consent.signedOn', given: 'D1', from: 'D2', to: 'D3' }, ['D1', 'D2', 'D3']],
  ],
  'term-too-long': [[{ maturesOn: 'D1', latest: 'D2', maxTermMonths: 36 }, ['D1', 'D2', '36']]],
  'amount-exceeds-outstanding': [[{ asked: 1_000_001, outstanding: 1_000_000 }, ['10,000.01', '10,000.00']]],
  'extension-limit': [
    [{ extensions: 2, maxExtensions: 1 }, ['2', '1']],
    [{ maturesOn: 'D1', latest: 'D2' }, ['D1', 'D2']],
  ],
  'quorum-not-met': [[{ itemId: 'item-7', voted: 4, needed: 5, left: 6 }, ['item-7', '4', '5', '6']]],
  'amount-exceeds-claimed': [
    [{ itemId: 'item-7', asked: 1_000_001, claimed: 1_000_000 }, ['item-7', '10,000.01', '10,000.00']],
  ],
  'document-not-valid': [
    [{ documentId: 'doc-1', state: null }, ['doc-1']],
    [
      {
        ...{ documentId: 'doc-1', state: 'expired', fileName: 'a.pdf', contentType: 'application/pdf', bytes: 7 },
        keptThrough: '2026-04-01',
      },
      ['doc-1', 'a.pdf', '2026-04-01'],
    ],
    ...['awaiting-upload', 'refused'].map(
      (state) =>
        [
          { documentId: 'doc-1', state, fileName: 'a.pdf', contentType: 'application/pdf', bytes: 7 },
          state === 'refused' ? ['doc-1', 'a.pdf', 'application/pdf', '7'] : ['doc-1', 'a.pdf'],
        ] as const,
    ),
  ],
  'out-of-date-order': [
    [{ field: 'paidOn', given: 'D1', last: 'D2' }, ['paidOn', 'D1', 'D2']],
    [
      { field: 'suitFiledOn', given: 'D1', after: 'defaultedOn', last: 'D2' },
      ['suitFiledOn', 'D1', 'defaultedOn', 'D2'],
    ],
  ],
  'not-non-performing': [[{ state: 'overdue' }, ['overdue']]],
  'claim-not-ready': [
    [
      {
        missing: [
          { rule: 'R20', code: 'evidence-missing', facts: { kind: 'loan-contract' } },
          { rule: 'R20', code: 'evidence-missing', facts: { kind: 'collection-record' } },
        ],
      },
      ['2'],
    ],
  ],
  'loss-exceeds-outstanding': [
    [
      { asked: 30_000_001, most: 30_000_000, outstanding: 29_999_000, countableInterest: 1_000 },
      ['300,000.01', '300,000.00', '299,990.00', '10.00'],
    ],
  ],
  'evidence-missing': [
    [{ kind: 'loan-contract' }, ['loan-contract']],
    [{ kind: 'site-visit' }, ['site-visit']],
  ],
  'filed-too-late': [
    [{ disbursedOn: 'D1', reportedOn: 'D2', latest: 'D3', filingWithinDays: 30 }, ['D1', 'D2', 'D3', '30']],
  ],
  'early-default': [[{ defaultedOn: 'D1', earliest: 'D2', earlyDefaultMonths: 6 }, ['D1', 'D2', '6']]],
  'claim-window-closed': [
    [{ filedOn: 'D1', nonPerformingSince: 'D2', latest: 'D3', claimWithinDays: 365 }, ['D1', 'D2', 'D3', '365']],
  ],
  'public-cover-exceeded': [
    [{ covered: 24_000_000, loss: 30_000_000, totalPublicCoverBp: 7999 }, ['240,000.00', '300,000.00', '7999']],
  ],
  'fund-year-ceiling': [
    [{ asked: 18_000_000, year: 2026, fundYearCeilingFen: 1_000_000 }, ['180,000.00', '2026', '10,000.00']],
  ],
  'too-many-items': [[{ items: 41, itemsMax: 40 }, ['41', '40']]],
  'fund-insufficient': [
    [{ asked: 18_000_000, left: 10_000_000, missing: 8_000_000 }, ['180,000.00', '100,000.00', '80,000.00']],
  ],
  'amount-exceeds-loss': [
    [
      { asked: 9_000_000, loss: 30_000_000, used: 25_000_000, left: 5_000_000 },
      ['90,000.00', '300,000.00', '250,000.00', '50,000.00'],
    ],
  ],
  'breaker-open': [
    [
      {
        institutionId: 'rcb',
        openedOn: '2026-05-06',
        compensated: 5_000_001,
        disbursed: 100_000_000,
        ratioBp: 505,
        limitBp: 500,
      },
      ['rcb', '2026-05-06', '50,000.01', '1,000,000.00', '5.05%', '5.00%'],
    ],
    [{ institutionId: 'rcb', openedOn: '2026-05-06', limitBp: 50 }, ['rcb', '2026-05-06', '0.50%']],
  ],
  'rate-too-high': [
    [
      { askedPpm: 47_850, mostPpm: 46_000, loanPrimeRateBp: 310, maxAnnualRateOverLprBp: 150, policy: 'measures-2024' },
      ['4.785%', '4.60%', '3.10%', '150'],
    ],
  ],
  'use-prohibited': [[{ purpose: '3', prohibited: '7', policy: 'measures-2024' }, ['3', '7']]],
  'validation-failed': [
    [{}, []],
    [{ parameter: 'maxAnnualRateOverLprBp', given: 150, needs: 'loanPrimeRateBp' }, ['loanPrimeRateBp']],
  ],
  'leverage-exceeded': [
    [
      {
        outstanding: 30_000_000,
        asked: 1_000_000,
        maxOutstandingOverFundBalance: 3,
        balance: 10_000_000,
        limit: 30_000_000,
        policy: 'measures-2024',
      },
      ['300,000.00', '10,000.00', '3', '100,000.00'],
    ],
    [
      { outstanding: 30_000_000, asked: 1_000_000, maxOutstandingOverFundBalance: 3, policy: 'measures-2024' },
      ['300,000.00', '10,000.00', '3'],
    ],
  ],
};

const cases = refusalCodes.flatMap((code) => {
  const known = figures[code] ?? [[{}, []] as const];
  return (['zh', 'en'] as const).flatMap((language) =>
    known.map(([facts, words]) => ({ code, language, facts, words })),
  );
});

describe('a problem', () => {
  test.each(cases)('$code in $language with $facts', ({ code, language, facts, words }) => {
    const { problem, statusCode, headers } = told(code, facts, language, 'R10');
    expect(statusCode).toBe(allRefusals[code].status);
    expect(headers).toMatchObject({
      'content-type': 'application/problem+json; charset=utf-8',
      'content-language': language,
      'cache-control': 'no-store',
    });
    expect(problem).toMatchObject({
      code,
      status: allRefusals[code].status,
      instance: '/v1/applications',
      traceId: 'trace-1',
    });
    expect(problem.title).not.toBe('');
    for (const word of words) expect(problem.detail).toContain(word);
    expect(problem.detail).not.toMatch(/undefined|NaN|\[object|—/);
    // Chinese is written in Chinese characters, English in none.
    expect(/\p{Script=Han}/u.test(problem.title + problem.detail.replace('张三', ''))).toBe(language === 'zh');
    expect(problem.rule).toBe('R10');
    if (Object.keys(facts).length === 0) expect(problem.facts).toBeUndefined();
    else expect(problem.facts).toMatchObject(facts);
  });

  test('tells a listing that begins after the day asked about from one that ended before it', () => {
    const facts = { creditCode: 'X1', on: '2026-03-02', known: true };
    const detail = (listedThrough: string, language: 'zh' | 'en') =>
      JSON.parse(told('not-listed', { ...facts, listedThrough }, language).body).detail;
    expect(detail('9999-12-31', 'en')).toContain('begins later');
    expect(detail('9999-12-31', 'zh')).toContain('始于该日之后');
    expect(detail('2026-03-01', 'en')).not.toContain('begins later');
  });

  test('says when to come back, and how to sign in, where that is the answer', () => {
    expect(told('unavailable', {}, 'en').headers['retry-after']).toBe('1');
    expect(told('too-many-requests', {}, 'en').headers['retry-after']).toBe('1');
    expect(told('too-many-requests', { retryAfterSeconds: 54_000 }, 'en').headers['retry-after']).toBe('54000');
    expect(told('unauthenticated', {}, 'en').headers['www-authenticate']).toBe('Bearer');
    expect(told('not-found', {}, 'en').headers['retry-after']).toBeUndefined();
  });

  test('says of each thing that is missing what would be right', () => {
    const defect = (kind: string) => ({ rule: 'R20', code: 'evidence-missing' as const, facts: { kind } });
    const facts = { missing: [defect('loan-contract'), defect('site-visit')] };
    expect(told('claim-not-ready', facts, 'zh').problem.facts).toEqual({
      missing: [
        { ...defect('loan-contract'), message: '缺少借款合同（loan-contract）；请补交后再提交。' },
        { ...defect('site-visit'), message: '缺少材料（site-visit）；请补交后再提交。' },
      ],
    });
    expect(told('claim-not-ready', facts, 'en').problem.facts.missing[1].message).toBe(
      'There is no site-visit with the loan or the claim; supply one.',
    );
  });

  test('names no rule where none decided', () => {
    expect('rule' in told('not-found', {}, 'en').problem).toBe(false);
  });

  test('leaves out of a refused cap what its caller may not see', () => {
    const { detail } = told('cap-exceeded', { cap: 1_000_000_000, asked: 1 }, 'zh').problem;
    expect(detail).toBe('单户上限 10,000,000.00 元，本次需占用 0.01 元，余额不足；请减少金额。');
  });
});

describe('the language', () => {
  test.each([
    [undefined, 'zh'],
    ['', 'zh'],
    ['*', 'zh'],
    ['fr', 'zh'],
    ['en', 'en'],
    ['EN-us', 'en'],
    ['zh-CN,zh;q=0.9,en;q=0.8', 'zh'],
    ['en-GB,en;q=0.9,zh;q=0.8', 'en'],
    ['zh;q=0.2,en;q=0.3', 'en'],
    ['fr, en;q=0.1', 'en'],
    ['en;q=0', 'zh'],
    ['en;q=nonsense', 'en'],
    [`${'x,'.repeat(5000)}en`, 'zh'],
  ] as const)('of %j is %s', (header, language) => {
    expect(languageOf(header)).toBe(language);
  });
});
