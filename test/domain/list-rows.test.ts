import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { judgeRow, readRow, rowRejectionCodes } from '../../shared/domain/import-row.ts';
import { judgeRows } from '../../shared/domain/import-rows.ts';
import { creditCode } from '../support/fixtures.ts';
import { code, codeOfDigits } from './cases.ts';

const good = { creditCode: code, name: '甲公司', issuedOn: '2025-01-01', validUntil: '2025-12-31' };
const judge = (raw: unknown) => judgeRow(readRow(raw));

describe('a row of an import (R3, R4, R6)', () => {
  // Each row breaks its own rule and every later one, so that the table also pins the precedence.
  test.each<readonly [string, unknown, string]>([
    ['no object', [good], 'row-malformed'],
    ['null', null, 'row-malformed'],
    ['a field that we do not know', { ...good, creditCode: 'x', validTo: '2025-12-31' }, 'field-unknown'],
    ['__proto__ as a field', JSON.parse('{"__proto__": {}, "creditCode": "x"}'), 'field-unknown'],
    [
      'a code with a wrong check character',
      { ...good, creditCode: `${code.slice(0, 17)}0`, name: '' },
      'credit-code-invalid',
    ],
    ['a code as a number', { ...good, creditCode: Number(codeOfDigits), name: '' }, 'credit-code-invalid'],
    ['a code in scientific notation', { ...good, creditCode: '9.13304E+17' }, 'credit-code-invalid'],
    ['no code', { name: '甲' }, 'credit-code-invalid'],
    ['no name', { creditCode: code, certificateNumber: 7 }, 'name-missing'],
    ['an empty name', { ...good, name: ' \u200b\u3000', certificateNumber: 7 }, 'name-missing'],
    ['a name that is no text', { ...good, name: 7 }, 'name-missing'],
    ['a name with half a character', { ...good, name: '甲\ud800' }, 'name-missing'],
    ['a name of 201 characters', { ...good, name: '甲'.repeat(201), certificateNumber: 7 }, 'name-too-long'],
    ['a number that is no text', { ...good, certificateNumber: 7, issuedOn: 'x' }, 'certificate-number-invalid'],
    ['a number of 101 characters', { ...good, certificateNumber: 'N'.repeat(101) }, 'certificate-number-invalid'],
    ['a day of issue that is no text', { ...good, issuedOn: 20_250_101 }, 'date-invalid'],
    ['no day of issue', { creditCode: code, name: '甲' }, 'date-invalid'],
    ['a day that does not exist', { ...good, issuedOn: '2025-02-29' }, 'date-invalid'],
    ['a day in another form', { ...good, issuedOn: '2025/01/01' }, 'date-invalid'],
    ['an end that is no text, which is no open one', { ...good, validUntil: {} }, 'date-invalid'],
    ['an empty end', { ...good, validUntil: '' }, 'date-invalid'],
    ['an end before the beginning', { ...good, validUntil: '2024-12-31' }, 'dates-contradict'],
  ])('%s is refused as %s → %s', (_, raw, expected) => {
    expect(judge(raw)).toBe(expected);
  });

  test('what is good is taken in normal form', () => {
    expect(judge(good)).toEqual({ ...good, certificateNumber: '' });
    expect(judge({ ...good, validUntil: null, certificateNumber: null })).toMatchObject({ validUntil: null });
    expect(judge({ ...good, validUntil: good.issuedOn })).toMatchObject({ validUntil: good.issuedOn });
    expect(judge({ ...good, name: '甲'.repeat(200) })).toMatchObject({ name: '甲'.repeat(200) });
    expect(judge({ ...good, certificateNumber: 'N'.repeat(100) })).toMatchObject({
      certificateNumber: 'N'.repeat(100),
    });
    expect(judge({ ...good, creditCode: codeOfDigits })).toMatchObject({ creditCode: codeOfDigits });
    const wide = {
      ...good,
      creditCode: ` ${code.toLowerCase()}　`,
      name: ' 甲\t  公司\n',
      certificateNumber: ' ＧＲ　１ ',
    };
    expect(judge(wide)).toMatchObject({ creditCode: code, name: '甲 公司', certificateNumber: 'GR 1' });
  });

  test('nothing that JSON can say makes judging throw, and what is kept of a row is short', () => {
    const anything = fc.oneof(fc.jsonValue(), fc.dictionary(fc.constantFrom(...Object.keys(good)), fc.jsonValue()));
    fc.assert(
      fc.property(anything, (raw) => {
        const row = readRow(raw);
        const judged = judgeRow(row);
        expect(JSON.stringify(row).length).toBeLessThan(12_000);
        expect(typeof judged === 'string' ? rowRejectionCodes : [judged]).toContain(judged);
      }),
    );
  });
});

describe('the rows of one call (R6)', () => {
  const rows = (...raws: readonly object[]) => judgeRows(raws.map(readRow), true);
  const codesOf = (judged: ReturnType<typeof judgeRows>) => judged.rejected.map(({ row, code }) => [row, code]);

  test('one code with two names: both rows are rejected, and rows of others are not', () => {
    const judged = rows(
      good,
      { ...good, name: '乙公司', issuedOn: '2024-01-01' },
      { ...good, creditCode: creditCode(2) },
    );
    expect(codesOf(judged)).toEqual([
      [1, 'contradicts-row'],
      [2, 'contradicts-row'],
    ]);
    expect(judged.accepted.map(({ row }) => row)).toEqual([3]);
  });

  test('one period with two ends: both rows are rejected; other numbers and other days are other periods', () => {
    const judged = rows(
      good,
      { ...good, validUntil: '2026-12-31' },
      { ...good, certificateNumber: 'B', validUntil: '2026-12-31' },
      { ...good, issuedOn: '2024-01-01' },
    );
    expect(codesOf(judged)).toEqual([
      [1, 'contradicts-row'],
      [2, 'contradicts-row'],
    ]);
  });

  test('what is rejected is told by row, with what each row said', () => {
    const judged = rows(good, { ...good, creditCode: creditCode(2), issuedOn: 'x' }, { ...good, name: '乙公司' });
    expect(judged.rejected).toEqual([
      { row: 1, code: 'contradicts-row', texts: good },
      { row: 2, code: 'date-invalid', texts: { ...good, creditCode: creditCode(2), issuedOn: 'x' } },
      { row: 3, code: 'contradicts-row', texts: { ...good, name: '乙公司' } },
    ]);
  });

  test('an open end contradicts a given one', () => {
    expect(codesOf(rows(good, { ...good, validUntil: null }))).toHaveLength(2);
  });

  test('a row that is rejected for itself contradicts nobody', () => {
    const judged = rows(good, { ...good, name: '乙公司', issuedOn: 'x' });
    expect(codesOf(judged)).toEqual([[2, 'date-invalid']]);
  });

  test('where the category is not in force every row is rejected, and for that alone', () => {
    const judged = judgeRows([good, null].map(readRow), false);
    expect(codesOf(judged)).toEqual([
      [1, 'category-not-in-force'],
      [2, 'category-not-in-force'],
    ]);
  });

  test('rows of one enterprise stand together, in the order in which they came', () => {
    const other = { ...good, creditCode: creditCode(2) };
    const judged = rows(good, other, { ...good, certificateNumber: 'B' });
    expect(judged.accepted.map(({ row }) => row)).toEqual([1, 3, 2]);
  });
});
