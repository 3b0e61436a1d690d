import { describe, expect, test } from 'vitest';
import { builtInPolicies } from '../../shared/domain/built-in-policies.ts';
import type { EnterpriseFile } from '../../shared/domain/enterprise.ts';
import { evolveEnterprise } from '../../shared/domain/enterprise-file.ts';
import { type FoldContext, foldRow, periodsMax } from '../../shared/domain/import-fold.ts';
import { NamedCertificates, needsRelease, revoke, unnamed } from '../../shared/domain/import-replace.ts';
import { readRow } from '../../shared/domain/import-row.ts';
import { type AcceptedRow, judgeRows } from '../../shared/domain/import-rows.ts';
import { creditCode } from '../support/fixtures.ts';

const code = creditCode(1);
const context: FoldContext = {
  importId: 'import-1',
  category: 'high-tech',
  source: { title: '2025 年认定名单', documentNumber: null, issuedOn: null },
  book: builtInPolicies,
  on: '2026-03-02',
};
const row = (change: Partial<AcceptedRow> = {}): AcceptedRow => ({
  row: 1,
  creditCode: code,
  name: '甲公司',
  certificateNumber: 'GR1',
  issuedOn: '2024-01-01',
  validUntil: '2026-12-31',
  ...change,
});

function after(file: EnterpriseFile | null, change: Partial<AcceptedRow>, on = context.on): EnterpriseFile {
  const fold = foldRow(file, row(change), { ...context, on });
  if (!('event' in fold)) throw new Error(fold.kind);
  return evolveEnterprise(file, fold.event);
}

describe('a row and an enterprise’s file (R4, R6)', () => {
  const file = after(null, {});
  const kindOf = (change: Partial<AcceptedRow>, on: Partial<FoldContext> = {}) =>
    foldRow(file, row(change), { ...context, ...on }).kind;

  test('a new code, a new category, a new number are added certificates', () => {
    expect(foldRow(null, row(), context).kind).toBe('added');
    expect(kindOf({}, { category: 'gazelle' })).toBe('added');
    expect(kindOf({ certificateNumber: '' })).toBe('added');
  });

  test('the same again is unchanged, whatever document it came from', () => {
    const other = { title: '另一文件', documentNumber: '1 号', issuedOn: null };
    expect(kindOf({}, { source: other, importId: 'import-2', on: '2026-09-09' })).toBe('unchanged');
  });

  test('another name for a known code changes the file, though the certificate says the same', () => {
    expect(kindOf({ name: '乙公司' })).toBe('updated');
    expect(after(file, { name: '乙公司' })).toMatchObject({ name: '乙公司', formerNames: ['甲公司'] });
  });

  test('a certificate of several periods is unchanged by each of them, and by no mixture of them', () => {
    const both = after(file, { issuedOn: '2027-01-01', validUntil: '2029-12-31' });
    const kind = (issuedOn: string, validUntil: string) => foldRow(both, row({ issuedOn, validUntil }), context).kind;
    expect(kind('2024-01-01', '2026-12-31')).toBe('unchanged');
    expect(kind('2027-01-01', '2029-12-31')).toBe('unchanged');
    expect(kind('2028-01-01', '2029-12-31')).toBe('updated');
    expect(kind('2024-01-01', '2029-12-31')).toBe('updated');
  });

  test('a later day of issue adds a period, an earlier one that was not known is kept beside it', () => {
    const later = after(file, { issuedOn: '2027-01-01', validUntil: '2029-12-31' });
    const both = after(later, { issuedOn: '2021-01-01', validUntil: '2023-12-31' });
    expect(both.certificates[0]?.periods.map(({ issuedOn }) => issuedOn)).toEqual([
      '2021-01-01',
      '2024-01-01',
      '2027-01-01',
    ]);
    expect(both.standing).toMatchObject({ listed: true, listedSince: '2021-01-01', listedThrough: '2029-12-31' });
  });

  test('the same day of issue with another end corrects the period', () => {
    const shorter = after(file, { validUntil: '2025-12-31' });
    expect(shorter.certificates[0]?.periods).toMatchObject([{ issuedOn: '2024-01-01', validUntil: '2025-12-31' }]);
    expect(shorter.standing).toMatchObject({ listed: false, listedThrough: '2025-12-31' });
    expect(after(file, { validUntil: null }).standing).toMatchObject({
      listedThrough: '9999-12-31',
      nextChangeOn: null,
    });
  });

  test('a revoked certificate is valid again from the day on which it is named again', () => {
    const event = revoke(file, 'GR1', context);
    if (!event) throw new Error('nothing to revoke');
    const revoked = evolveEnterprise(file, event);
    expect(revoked.standing).toMatchObject({ listed: false, listedThrough: '2026-03-01' });
    expect(revoke(revoked, 'GR1', context)).toBeNull();
    expect(foldRow(revoked, row(), context).kind).toBe('updated');
    const named = after(revoked, {}, '2026-03-09');
    expect(named.standing).toMatchObject({ listed: true, listedSince: '2026-03-09', listedThrough: '2026-12-31' });
    expect(after(revoked, {}, context.on).standing).toMatchObject({ listed: true, listedSince: '2024-01-01' });
    // Named once more it is what it was: the revocation has ended.
    expect(foldRow(named, row(), context).kind).toBe('unchanged');
  });

  test(`a file takes ${periodsMax} periods and no more`, () => {
    let full: EnterpriseFile | null = null;
    for (let number = 0; number < periodsMax; number += 1) full = after(full, { certificateNumber: `N${number}` });
    expect(foldRow(full, row({ certificateNumber: 'one more' }), context).kind).toBe('file-full');
    expect(foldRow(full, row({ certificateNumber: 'N7' }), context).kind).toBe('unchanged');
    expect(foldRow(full, row({ certificateNumber: 'N7', validUntil: null }), context).kind).toBe('updated');
  });

  test('a revocation takes as much room in a file as a period', () => {
    let file: EnterpriseFile | null = null;
    for (let number = 0; number < periodsMax - 2; number += 1) file = after(file, { certificateNumber: `N${number}` });
    const event = file && revoke(file, 'N7', context);
    if (!file || !event) throw new Error('nothing to revoke');
    const revoked = evolveEnterprise(file, event);
    const last = after(revoked, { certificateNumber: 'last' });
    expect(foldRow(last, row({ certificateNumber: 'one more' }), context).kind).toBe('file-full');
  });

  test('a file takes as much text as an item of the store holds, however few its periods', () => {
    const wordy = { ...context, source: { ...context.source, title: '名'.repeat(2_000) } };
    let file: EnterpriseFile | null = null;
    let kept = 0;
    for (; kept < periodsMax; kept += 1) {
      const fold = foldRow(file, row({ certificateNumber: `N${kept}` }), wordy);
      if (!('event' in fold)) break;
      file = evolveEnterprise(file, fold.event);
    }
    // Each period is 2,000 characters of title and about 160 of its own: 120,000 hold some 55 of them.
    expect(kept).toBeGreaterThan(50);
    expect(kept).toBeLessThan(60);
    expect(JSON.stringify(file?.certificates).length).toBeLessThanOrEqual(120_000);
  });
});

describe('what a replace revokes (R6)', () => {
  const file = [{ certificateNumber: 'A' }, { certificateNumber: 'B' }, { certificateNumber: '' }].reduce(
    (state: EnterpriseFile | null, change) => after(state, change),
    null,
  ) as EnterpriseFile;
  const good = { creditCode: code, name: '甲公司', issuedOn: '2024-01-01' };
  const left = (...rows: readonly object[]): readonly string[] => {
    const named = new NamedCertificates();
    named.add(judgeRows(rows.map(readRow), true));
    return unnamed(file, 'high-tech', named).map(({ certificateNumber }) => certificateNumber);
  };

  test('an accepted row protects its own certificate and no other', () => {
    expect(left()).toEqual(['A', 'B', '']);
    expect(left({ ...good, certificateNumber: 'A' })).toEqual(['B', '']);
    expect(left(good)).toEqual(['A', 'B']);
    expect(left({ ...good, creditCode: creditCode(2), certificateNumber: 'A' })).toEqual(['A', 'B', '']);
  });

  test('a rejected row protects all of its code, and whatever has its number', () => {
    expect(left({ ...good, issuedOn: 'x' })).toEqual([]);
    expect(left({ ...good, creditCode: 'x', certificateNumber: 'B' })).toEqual(['A', '']);
    expect(left({ ...good, creditCode: 'x' })).toEqual(['A', 'B', '']);
    expect(left({ name: '甲公司' })).toEqual(['A', 'B', '']);
  });

  test('is of its own category alone, with what was revoked and named again', () => {
    const named = new NamedCertificates();
    const gazelle = foldRow(file, row({ certificateNumber: 'G' }), { ...context, category: 'gazelle' });
    if (!('event' in gazelle)) throw new Error(gazelle.kind);
    const both = evolveEnterprise(file, gazelle.event);
    const numbers = (of: EnterpriseFile, category: string) =>
      unnamed(of, category, named).map(({ certificateNumber }) => certificateNumber);
    expect([numbers(both, 'high-tech'), numbers(both, 'gazelle')]).toEqual([['A', 'B', ''], ['G']]);
    expect([revoke(both, 'G', context), revoke(both, 'C', context)]).toEqual([null, null]);
    const event = revoke(both, 'A', context);
    if (!event) throw new Error('nothing to revoke');
    const revoked = evolveEnterprise(both, event);
    expect(numbers(revoked, 'high-tech')).toEqual(['B', '']);
    expect(numbers(after(revoked, { certificateNumber: 'A' }, '2026-03-09'), 'high-tech')).toEqual(['A', 'B', '']);
  });

  test.each([
    [1, 10, false],
    [2, 19, true],
    [2, 20, false],
    [0, 0, false],
    [1, 1, true],
  ])('%i of %i waits for a release: %s', (revocations, certificates, expected) => {
    expect(needsRelease(revocations, certificates, 1000)).toBe(expected);
  });
});
