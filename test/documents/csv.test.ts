import { describe, expect, test } from 'vitest';
import { csvOf } from '../../shared/documents/csv.ts';

describe('a sheet', () => {
  test('is UTF-8 with BOM, CRLF, quotes where they are needed, and no formula in any cell', () => {
    const cells = ['=1+1', '+1', '-1', '@a', '\tx', '甲,乙', '他说"好"', null, 7, 'a\r\nb'];
    const body = csvOf([['a'], cells]);
    expect(body).toBe(`\uFEFFa\r\n'=1+1,'+1,'-1,'@a,'\tx,"甲,乙","他说""好""",,7,"a\r\nb"\r\n`);
  });

  test.each(['＝1+1', '＋1', '－1', '＠a', '\u0000=1', '\u200b=1', '\u202e+1', '\n=1', ' =1', '\u200b＝1'])(
    'lets no spreadsheet program run %j, which it would read as a formula',
    (text) => {
      const [, cell = ''] = csvOf([['a'], [text]]).split('\r\n');
      expect(cell.replace(/^"/, '')).toBe(`'${text}${cell.startsWith('"') ? '"' : ''}`);
    },
  );

  test.each([
    ['＝1+1', 'a full-width equals sign'],
    ['＋1', 'a full-width plus'],
    ['－1', 'a full-width minus'],
    ['＠SUM(A1)', 'a full-width at sign'],
    ['\u0000=1+1', 'NUL before the sign'],
    ['\u200b=1+1', 'a zero-width space before the sign'],
    ['\u202e=1+1', 'a mark of direction before the sign'],
    ['\u200b \u0007＝1+1', 'several of them before a wide sign'],
    ['\n=1+1', 'a line feed before the sign'],
    ['\nx', 'a line feed alone'],
    [' =1+1', 'a blank before the sign'],
    ['﹣1', 'a small minus'],
    ['００７', 'wide digits that would lose their noughts'],
  ])('runs no formula and misreads no number of %j: %s', (text) => {
    const body = csvOf([[text]]);
    expect(body.replace(/^\uFEFF"?/, '')[0]).toBe("'");
  });

  test.each(['甲=乙', '合同-1', 'a@b', '１２', 'a\nb', '一\u200b二'])('leaves %j as it is', (text) => {
    expect(csvOf([[text]]).replace(/["\uFEFF]/g, '')).toBe(`${text}\r\n`);
  });

  test('keeps texts of digits as they are: all-digit credit codes, noughts in front, what looks like an exponent', () => {
    const body = csvOf([['913304827044503320', '007', '1E5', '2026-01-01', '12345', 7]]);
    expect(body).toBe(`\uFEFF'913304827044503320,'007,'1E5,2026-01-01,12345,7\r\n`);
  });
});
