import { describe, expect, test } from 'vitest';
import type { EnterpriseEvent, EnterpriseFile } from '../../shared/domain/enterprise.ts';
import { evolveEnterprise, withRow } from '../../shared/domain/enterprise-file.ts';
import { isLatin, searchForm } from '../../shared/domain/search-form.ts';
import { aCertificate, anEnterprise, code, source, today } from './cases.ts';

const { standing } = anEnterprise();
const row = (change: object = {}): EnterpriseEvent => ({
  type: 'certificate-imported',
  data: {
    ...{ creditCode: code, name: '甲公司', category: 'gazelle', certificateNumber: 'G-1', issuedOn: '2024-01-01' },
    ...{ validUntil: null, source, importId: 'imp-1', row: 1, on: today, standing, ...change },
  },
});
const fileAfter = (...events: readonly EnterpriseEvent[]): EnterpriseFile => {
  let file: EnterpriseFile | null = null;
  for (const event of events) file = evolveEnterprise(file, event);
  if (!file) throw new Error('a file needs an event');
  return file;
};

describe('an enterprise’s file (R4, R6)', () => {
  test('begins with a row: its name, one certificate with one period, nothing else', () => {
    expect(fileAfter(row())).toEqual({
      ...{ creditCode: code, name: '甲公司', formerNames: [], inclusions: [], suspensions: [], standing },
      certificates: [
        {
          ...{ category: 'gazelle', certificateNumber: 'G-1', revocations: [] },
          periods: [{ issuedOn: '2024-01-01', validUntil: null, source }],
        },
      ],
    });
  });

  test('keeps a certificate apart from others of another category or number', () => {
    const file = fileAfter(row(), row({ category: 'little-giant' }), row({ certificateNumber: 'G-2' }), row());
    expect(file.certificates.map(({ category, certificateNumber }) => `${category} ${certificateNumber}`)).toEqual([
      ...['gazelle G-1', 'little-giant G-1', 'gazelle G-2'],
    ]);
    expect(file.certificates.map(({ periods }) => periods.length)).toEqual([1, 1, 1]);
  });

  test('takes another name as the current one, the older as a former; a name that comes back is former no more', () => {
    expect(fileAfter(row(), row()).formerNames).toEqual([]);
    expect(fileAfter(row(), row({ name: '乙公司' }))).toMatchObject({ name: '乙公司', formerNames: ['甲公司'] });
    const back = fileAfter(row(), row({ name: '乙公司' }), row({ name: '丙公司' }), row());
    expect(back).toMatchObject({ name: '甲公司', formerNames: ['乙公司', '丙公司'] });
  });

  test('remembers the newest thirty former names', () => {
    const names = Array.from({ length: 32 }, (_, index) => row({ name: `第${index}公司` }));
    const { formerNames } = fileAfter(...names);
    expect(formerNames).toHaveLength(30);
    expect(formerNames[0]).toBe('第1公司');
    expect(fileAfter(...names.slice(0, 31)).formerNames[0]).toBe('第0公司');
  });

  test('has a revocation of the named certificate alone, open until it is named again', () => {
    const revoked: EnterpriseEvent = {
      type: 'certificate-revoked',
      data: { category: 'gazelle', certificateNumber: 'G-1', from: '2025-01-01', importId: 'imp-2', standing },
    };
    const file = fileAfter(row(), row({ certificateNumber: 'G-2' }), revoked);
    expect(file.certificates.map(({ revocations }) => revocations)).toEqual([
      [{ from: '2025-01-01', until: null }],
      [],
    ]);
    expect(evolveEnterprise(file, row()).certificates[0]?.revocations).toEqual([{ from: '2025-01-01', until: today }]);
  });

  test('takes a standing as it is refreshed, and lets all else be', () => {
    const file = fileAfter(row());
    const other = { ...standing, listed: !standing.listed };
    expect(evolveEnterprise(file, { type: 'standing-refreshed', data: { standing: other } })).toEqual({
      ...file,
      standing: other,
    });
  });

  test('does not begin with a revocation or a refresh', () => {
    expect(() => evolveEnterprise(null, { type: 'standing-refreshed', data: { standing } })).toThrow(
      'standing-refreshed before certificate-imported or enterprise-included',
    );
  });
});

describe('a certificate after a row (R4)', () => {
  const certificate = aCertificate('2024-12-31', { issuedOn: '2022-01-01' });
  const says = (issuedOn: string, validUntil: string | null, on = today) =>
    withRow(certificate, { issuedOn, validUntil, source: { ...source, title: 'later' }, on });

  test('has a period more, in the order of their days, where the row begins on another day', () => {
    expect(says('2025-01-01', null).periods.map(({ issuedOn }) => issuedOn)).toEqual(['2022-01-01', '2025-01-01']);
    expect(says('2021-01-01', null).periods.map(({ issuedOn }) => issuedOn)).toEqual(['2021-01-01', '2022-01-01']);
    // The same end does not make it the same period.
    expect(says('2023-01-01', '2024-12-31').periods.map(({ issuedOn }) => issuedOn)).toEqual([
      ...['2022-01-01', '2023-01-01'],
    ]);
  });

  test('has another end where the row begins on the same day, and its source with it', () => {
    expect(says('2022-01-01', '2025-06-30').periods).toEqual([
      { issuedOn: '2022-01-01', validUntil: '2025-06-30', source: { ...source, title: 'later' } },
    ]);
  });

  test('stays as it is where only the source is another', () => {
    expect(says('2022-01-01', '2024-12-31')).toEqual(certificate);
  });

  test('keeps nothing of a revocation that is taken back on its own day', () => {
    const revoked = { ...certificate, revocations: [{ from: today, until: null }] };
    const again = { issuedOn: '2022-01-01', validUntil: '2024-12-31', source };
    expect(withRow(revoked, { ...again, on: today }).revocations).toEqual([]);
    expect(withRow(revoked, { ...again, on: '2026-03-03' }).revocations).toEqual([
      { from: today, until: '2026-03-03' },
    ]);
  });

  test('does not touch a revocation that has ended', () => {
    const ended = { from: '2023-01-01', until: '2023-02-01' };
    const again = { issuedOn: '2022-01-01', validUntil: '2024-12-31', source, on: today };
    expect(withRow({ ...certificate, revocations: [ended] }, again).revocations).toEqual([ended]);
  });
});

describe('a name as it is searched', () => {
  test.each([
    ['平湖（新）仓-科技 有限公司', '平湖新仓科技有限公司'],
    ['ＡＢＣ Tech, Ltd.', 'abctechltd'],
    ['3D打印', '3d打印'],
    ['——', ''],
  ])('%s is looked up as %s', (name, form) => {
    expect(searchForm(name)).toBe(form);
  });

  test.each([
    ['phxckj', true],
    ['3d', true],
    ['', true],
    ['3d打', false],
    ['打3d', false],
    ['打', false],
  ])('%s can stand for initials: %s', (form, expected) => {
    expect(isLatin(form)).toBe(expected);
  });
});
