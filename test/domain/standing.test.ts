import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { builtInPolicies } from '../../shared/domain/built-in-policies.ts';
import { addDays, type Day } from '../../shared/domain/calendar.ts';
import type { Certificate } from '../../shared/domain/enterprise.ts';
import type { PolicyBook } from '../../shared/domain/policy.ts';
import {
  certificateStateOn,
  isListedThroughout,
  type Listable,
  periodOn,
  standingOn,
  standingRecord,
} from '../../shared/domain/standing.ts';

const source = { title: '名单', documentNumber: null, issuedOn: null };
const certificate = (change: Partial<Certificate> = {}): Certificate => ({
  category: 'high-tech',
  certificateNumber: '',
  periods: [{ issuedOn: '2024-03-01', validUntil: '2026-02-28', source }],
  revocations: [],
  ...change,
});
const period = (issuedOn: Day, validUntil: Day | null) => ({ issuedOn, validUntil, source });
const fileOf = (...certificates: readonly Certificate[]): Listable => ({
  certificates,
  inclusions: [],
  suspensions: [],
});
const listedOn = (file: Listable, day: Day, book: PolicyBook = builtInPolicies) => standingOn(file, book, day).listed;
/** The day before, the day, the day after. */
const around = (day: Day): readonly Day[] => [addDays(day, -1), day, addDays(day, 1)];

describe('standing (R4, R5)', () => {
  const file = fileOf(certificate());

  test('a certificate counts from the day of issue through its last day, both inclusive', () => {
    expect(around('2024-03-01').map((day) => listedOn(file, day))).toEqual([false, true, true]);
    expect(around('2026-02-28').map((day) => listedOn(file, day))).toEqual([true, true, false]);
  });

  test('each day has its state in words', () => {
    const states = ['2024-02-29', '2024-03-01', '2026-02-28', '2026-03-01'];
    expect(states.map((day) => certificateStateOn(certificate(), day, 0))).toEqual([
      'not-yet-valid',
      'valid',
      'valid',
      'expired',
    ]);
    expect(['2026-03-01', '2026-03-10', '2026-03-11'].map((day) => certificateStateOn(certificate(), day, 10))).toEqual(
      ['in-grace', 'in-grace', 'expired'],
    );
    const revoked = certificate({ revocations: [{ from: '2025-05-05', until: null }] });
    expect(around('2025-05-05').map((day) => certificateStateOn(revoked, day, 0))).toEqual([
      ...['valid', 'revoked', 'revoked'],
    ]);
  });

  test('any of a certificate’s periods may carry its days of grace', () => {
    const twice = certificate({ periods: [period('2020-01-01', '2020-12-31'), period('2024-03-01', '2026-02-28')] });
    expect(certificateStateOn(twice, '2026-03-10', 10)).toBe('in-grace');
  });

  test('a revocation counts on its day, and no more on the day on which it is named again', () => {
    const revoked = fileOf(certificate({ revocations: [{ from: '2025-05-05', until: '2025-06-06' }] }));
    expect(around('2025-05-05').map((day) => listedOn(revoked, day))).toEqual([true, false, false]);
    expect(around('2025-06-06').map((day) => listedOn(revoked, day))).toEqual([false, true, true]);
  });

  test('days of grace count, and end', () => {
    const book = builtInPolicies.map((version) => ({
      ...version,
      parameters: { ...version.parameters, listingGraceDays: { 'high-tech': 30 } },
    }));
    expect(around('2026-03-30').map((day) => listedOn(file, day, book))).toEqual([true, true, false]);
    expect(standingRecord(file, book, '2026-02-28')).toMatchObject({
      listedThrough: '2026-03-30',
      nextChangeOn: '2026-03-01',
    });
    expect(standingRecord(file, book, '2026-03-01').nextChangeOn).toBe('2026-03-31');
  });

  test('a category counts from the day on which a version that knows it is in force', () => {
    const gazelle = fileOf(
      certificate({ category: 'gazelle', periods: [{ issuedOn: '2023-01-01', validUntil: null, source }] }),
    );
    expect(around('2024-01-01').map((day) => listedOn(gazelle, day))).toEqual([false, true, true]);
    expect(standingRecord(gazelle, builtInPolicies, '2023-06-01')).toMatchObject({
      listed: false,
      listedThrough: '9999-12-31',
      nextChangeOn: '2024-01-01',
    });
    expect(listedOn(file, '2017-12-31')).toBe(false);
  });

  test('a conference’s inclusion lists exceptionally, a certificate automatically, a suspension takes both away', () => {
    const included: Listable = {
      certificates: [certificate()],
      inclusions: [{ inclusionId: 'i', from: '2026-01-01', until: '2026-12-31' }],
      suspensions: [{ from: '2026-06-01', until: '2026-07-01', cause: 'other' }],
    };
    const basisOn = (day: Day) => standingOn(included, builtInPolicies, day).basis;
    expect(
      ['2026-02-28', '2026-03-01', '2026-05-31', '2026-06-01', '2026-06-30', '2026-07-01', '2027-01-01'].map(basisOn),
    ).toEqual(['automatic', 'exceptional', 'exceptional', null, null, 'exceptional', null]);
    expect(isListedThroughout(included, builtInPolicies, '2026-02-01', '2026-05-31')).toBe(true);
    expect(isListedThroughout(included, builtInPolicies, '2026-02-01', '2026-06-01')).toBe(false);
  });

  test('a suspension that nobody has lifted lasts, and one that ends turns the standing on that day (R7)', () => {
    const suspended = (until: Day | null): Listable => ({
      ...fileOf(certificate({ periods: [period('2024-03-01', null)] })),
      suspensions: [{ from: '2026-06-01', until, cause: 'other' }],
    });
    expect(around('2026-06-01').map((day) => listedOn(suspended(null), day))).toEqual([true, false, false]);
    expect(standingRecord(suspended(null), builtInPolicies, '2026-06-01')).toMatchObject({
      ...{ listed: false, listedThrough: '2026-05-31', nextChangeOn: null },
    });
    expect(standingRecord(suspended('2026-07-01'), builtInPolicies, '2026-06-01')).toMatchObject({
      ...{ listed: false, listedThrough: '9999-12-31', nextChangeOn: '2026-07-01' },
    });
  });

  test('the categories that count are named once each, in one order', () => {
    const held = ['high-tech', 'gazelle', 'high-tech'].map((category, index) =>
      certificate({ category, certificateNumber: `N${index}` }),
    );
    expect(standingOn(fileOf(...held), builtInPolicies, '2025-01-01').categories).toEqual(['gazelle', 'high-tech']);
  });

  // Listed in 2020, 2022 and 2024: the record speaks of the listing that runs, else of the next one, else of the last.
  test.each([
    ['2019-12-31', null, '2020-12-31', '2020-01-01'],
    ['2020-01-01', '2020-01-01', '2020-12-31', '2021-01-01'],
    ['2021-06-01', null, '2022-12-31', '2022-01-01'],
    ['2024-12-31', '2024-01-01', '2024-12-31', '2025-01-01'],
    ['2025-01-01', null, '2024-12-31', null],
  ])('on %s it is listed since %s, through %s, and changes next on %s', (today, since, through, nextChangeOn) => {
    const years = ['2020', '2022', '2024'].map((year) => period(`${year}-01-01`, `${year}-12-31`));
    expect(standingRecord(fileOf(certificate({ periods: years })), builtInPolicies, today)).toMatchObject({
      ...{ listed: since !== null, listedSince: since, listedThrough: through, nextChangeOn },
    });
  });

  test('it is listed throughout the days of one listing, from its first through its last', () => {
    const throughout = (from: Day, through: Day) => isListedThroughout(file, builtInPolicies, from, through);
    expect(throughout('2024-03-01', '2026-02-28')).toBe(true);
    expect(throughout('2024-02-29', '2026-02-28')).toBe(false);
    expect(throughout('2024-03-01', '2026-03-01')).toBe(false);
  });

  test('periods that follow each other are one listing; a day between them makes two', () => {
    const periods = (second: Day) => [
      { issuedOn: '2022-01-01', validUntil: '2024-12-31', source },
      { issuedOn: second, validUntil: '2027-12-31', source },
    ];
    const seamless = standingRecord(
      fileOf(certificate({ periods: periods('2025-01-01') })),
      builtInPolicies,
      '2024-06-01',
    );
    expect(seamless).toMatchObject({
      listedSince: '2022-01-01',
      listedThrough: '2027-12-31',
      nextChangeOn: '2028-01-01',
    });
    const apart = standingRecord(
      fileOf(certificate({ periods: periods('2025-01-02') })),
      builtInPolicies,
      '2024-06-01',
    );
    expect(apart).toMatchObject({ listedThrough: '2024-12-31', nextChangeOn: '2025-01-01' });
  });

  test('the period that speaks for a day covers it, or is the newest begun, or the first', () => {
    const twice = certificate({
      periods: [
        { issuedOn: '2020-01-01', validUntil: '2021-12-31', source },
        { issuedOn: '2023-01-01', validUntil: '2023-12-31', source },
      ],
    });
    expect(
      ['2019-01-01', '2021-06-01', '2022-06-01', '2023-06-01', '2025-01-01'].map(
        (day) => periodOn(twice, day)?.issuedOn,
      ),
    ).toEqual(['2020-01-01', '2020-01-01', '2020-01-01', '2023-01-01', '2023-01-01']);
  });

  test.each([
    ['2020-01-01', '2020-01-01'],
    ['2022-12-31', '2020-01-01'],
    ['2023-01-01', '2023-01-01'],
    ['2023-12-31', '2023-01-01'],
    ['2024-01-01', '2020-01-01'],
    ['2025-12-31', '2020-01-01'],
    ['2026-01-01', '2023-01-01'],
  ])('of a long period and a short one within it, on %s the one issued on %s speaks', (day, issuedOn) => {
    const periods = [period('2020-01-01', '2025-12-31'), period('2023-01-01', '2023-12-31')];
    expect(periodOn(certificate({ periods }), day)?.issuedOn).toBe(issuedOn);
  });

  test('an open period speaks on; of several that have ended, the newest does', () => {
    const [first, second, third] = [
      period('2020-01-01', '2020-12-31'),
      period('2021-01-01', '2021-12-31'),
      period('2022-01-01', '2022-12-31'),
    ];
    const speaks = (periods: Certificate['periods']) => periodOn(certificate({ periods }), '2030-01-01')?.issuedOn;
    expect(speaks([period('2020-01-01', null), second])).toBe('2020-01-01');
    expect(speaks([first, second, third])).toBe('2022-01-01');
    expect(speaks([])).toBeUndefined();
  });

  test('nothing about the standing changes before nextChangeOn, and something does on that day', () => {
    const day = fc.integer({ min: 0, max: 900 }).map((days) => addDays('2023-06-01', days));
    const anyCertificate = fc
      .record({
        category: fc.constantFrom('high-tech', 'gazelle', 'unicorn'),
        issuedOn: day,
        days: fc.option(fc.integer({ min: 0, max: 400 })),
        revoked: fc.option(fc.tuple(day, fc.option(fc.integer({ min: 0, max: 100 })))),
      })
      .map(({ category, issuedOn, days, revoked }) =>
        certificate({
          category,
          periods: [{ issuedOn, validUntil: days === null ? null : addDays(issuedOn, days), source }],
          revocations: revoked
            ? [{ from: revoked[0], until: revoked[1] === null ? null : addDays(revoked[0], revoked[1]) }]
            : [],
        }),
      );
    const seen = (file: Listable, on: Day): string =>
      JSON.stringify([
        standingOn(file, builtInPolicies, on).basis,
        file.certificates.map((each) => certificateStateOn(each, on, 0)),
        standingOn(file, builtInPolicies, on).categories,
      ]);
    fc.assert(
      fc.property(fc.array(anyCertificate, { maxLength: 3 }), day, (certificates, today) => {
        const file = fileOf(...certificates);
        const { nextChangeOn, listed, listedThrough } = standingRecord(file, builtInPolicies, today);
        const last = nextChangeOn ?? addDays(today, 1500);
        for (let on = today; on < last; on = addDays(on, 1)) expect(seen(file, on)).toBe(seen(file, today));
        if (nextChangeOn !== null) expect(seen(file, nextChangeOn)).not.toBe(seen(file, today));
        if (listed && listedThrough !== null && listedThrough < '9999') {
          expect(isListedThroughout(file, builtInPolicies, today, listedThrough)).toBe(true);
          expect(listedOn(file, addDays(listedThrough, 1))).toBe(false);
        }
      }),
      { numRuns: 60 },
    );
  });
});
