import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rowInSheet } from '../../../functions/admin/imports/imported-part.ts';
import { codeGroup, splitRows } from '../../../functions/admin/imports/split-rows.ts';

const group = ({ code }: { readonly code: string }): string => code;
const rowsOf = (codes: string) => [...codes].map((code) => ({ code }));
const bytesMax = 1_000_000;

describe('splitting a sheet', () => {
  test('leaves a short one whole', () => {
    expect(splitRows(rowsOf('abc'), group, { rowsMax: 3, bytesMax })).toEqual([[0, 1, 2]]);
  });

  test('cuts where a call can take no more rows', () => {
    expect(splitRows(rowsOf('abcde'), group, { rowsMax: 2, bytesMax })).toEqual([[0, 1], [2, 3], [4]]);
  });

  test('keeps the rows of one enterprise together, however far apart they stand', () => {
    expect(splitRows(rowsOf('abcda'), group, { rowsMax: 3, bytesMax })).toEqual([
      [0, 1, 4],
      [2, 3],
    ]);
  });

  test('cuts through one enterprise only where no call can take it whole', () => {
    expect(splitRows(rowsOf('aabaa'), group, { rowsMax: 3, bytesMax })).toEqual([
      [0, 1, 3],
      [2, 4],
    ]);
    expect(splitRows(rowsOf('baaaa'), group, { rowsMax: 3, bytesMax })).toEqual([
      [0, 1, 2],
      [3, 4],
    ]);
  });

  test('cuts where a call can take no more bytes, as they are sent', () => {
    const wide = [{ code: '平湖' }, { code: '嘉兴' }];
    const one = Buffer.byteLength(JSON.stringify(wide[0])) + 1;
    expect(splitRows(wide, group, { rowsMax: 9, bytesMax: 2 * one })).toHaveLength(1);
    expect(splitRows(wide, group, { rowsMax: 9, bytesMax: 2 * one - 1 })).toEqual([[0], [1]]);
  });

  test('sends every row once, none in a part that is too long', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', 'b', 'c', 'd')), fc.integer({ min: 1, max: 7 }), (codes, rowsMax) => {
        const parts = splitRows(rowsOf(codes.join('')), group, { rowsMax, bytesMax });
        expect(parts.flat().sort((a, b) => a - b)).toEqual(codes.map((_, index) => index));
        expect(Math.max(...parts.map(({ length }) => length))).toBeLessThanOrEqual(rowsMax);
      }),
    );
  });

  test('knows one code by any way of typing it', () => {
    expect(codeGroup({ creditCode: ' ９１330482ma0000001p ' })).toBe('91330482MA0000001P');
  });
});

describe('a row of a part', () => {
  test.each([
    [1, 5],
    [2, 9],
    [null, null],
  ])('%s of the rows 5 and 9 is row %s of the sheet', (row, expected) => {
    expect(rowInSheet({ importId: 'a', rows: [4, 8] }, row)).toBe(expected);
  });

  test('stays as it is where the sheet is not known', () => {
    expect(rowInSheet({ importId: 'a' }, 7)).toBe(7);
  });
});
