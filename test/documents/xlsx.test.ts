import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { Cell } from '../../shared/documents/cell.ts';
import { xlsxOf } from '../../shared/documents/xlsx.ts';

const partOf = (bytes: Uint8Array, name: string): string => strFromU8(unzipSync(bytes)[name] ?? new Uint8Array());
const sheetOf = (rows: readonly (readonly Cell[])[]): string => partOf(xlsxOf('a', rows), 'xl/worksheets/sheet1.xml');

describe('a workbook that is written', () => {
  test('quotes what a program would run once its cell is opened for editing, and nothing else', () => {
    const sheet = sheetOf([['标题', '-标题'], ['=1+1'], ['＝1+1'], ['\u200b@a'], ['普通']]);
    const styles = [...sheet.matchAll(/<c t="inlineStr"([^>]*)>/g)].map(([, style]) => style);
    expect(styles).toEqual([' s="1"', ' s="3"', ' s="2"', ' s="2"', ' s="2"', '']);
    const formats = partOf(xlsxOf('a', []), 'xl/styles.xml').match(/<cellXfs.*<\/cellXfs>/)?.[0];
    expect([...(formats ?? '').matchAll(/<xf[^>]*>/g)].map(([format]) => format.includes('quotePrefix="1"'))).toEqual([
      false,
      false,
      true,
      true,
    ]);
  });

  test('has numbers as numbers, in the digits that they were given in', () => {
    expect(sheetOf([['a'], [12.5, { decimal: '180000.00' }, null, '']])).toContain(
      '<row r="2"><c><v>12.5</v></c><c><v>180000.00</v></c><c/><c/></row>',
    );
  });

  test('has no text that a program would decode into another one', () => {
    const sheet = sheetOf([['_x003D_1+1'], ['a_x0041_'], ['a_b']]);
    expect(sheet).toContain('>_x005F_x003D_1+1<');
    expect(sheet).toContain('>a_x005F_x0041_<');
    expect(sheet).toContain('>a_b<');
  });

  test('leaves out what no XML can carry', () => {
    expect(sheetOf([['a\u0000\u000b\u0085\ud800b\ufffe<&>"\t\n😀']])).toContain('>ab&lt;&amp;&gt;&quot;\t\n😀<');
  });

  test.each([
    ['2026/2027 [甲]: 名单?*\\', '2026 2027  甲   名单   '],
    ['企业名单'.repeat(10), '企业名单'.repeat(8).slice(0, 31)],
    [`${'a'.repeat(30)}😀`, 'a'.repeat(30)],
    ["'a' & b'", ' a&#39; &amp; b '],
    ['', 'Sheet1'],
  ])('is named %j as a sheet may be: %j', (title, name) => {
    expect(partOf(xlsxOf(title, []), 'xl/workbook.xml')).toContain(`<sheet name="${name}"`);
  });

  test('is the same bytes for the same content, at any time', () => {
    expect(xlsxOf('a', [['b']])).toEqual(xlsxOf('a', [['b']]));
    const [date] = new Uint16Array(xlsxOf('a', []).slice(12, 14).buffer);
    expect(date).toBe(0x21);
  });
});
