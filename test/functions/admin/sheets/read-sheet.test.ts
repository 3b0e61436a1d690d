import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readListRows } from '../../../../functions/admin/sheets/list-rows.ts';
import { makeWorkbook } from '../../../../functions/admin/sheets/make-workbook.ts';
import { readSheet } from '../../../../functions/admin/sheets/read-sheet.ts';
import { dayOf } from '../../../../functions/admin/sheets/table-format.ts';

const rows = (bytes: Uint8Array) => readSheet(bytes, (sheet) => sheet);
const list = (bytes: Uint8Array) => readSheet(bytes, readListRows);
const bytesOf = async (blob: Blob) => new Uint8Array(await blob.arrayBuffer());

/** A workbook with one sheet of that data, and styles and texts where they are given. */
const workbook = (sheetData: string, parts: Readonly<Record<string, string>> = {}): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries({
        'xl/workbook.xml': '<workbook><sheets><sheet name="a" sheetId="1" r:id="r9"/></sheets></workbook>',
        'xl/_rels/workbook.xml.rels':
          '<Relationships><Relationship Id="r9" Target="worksheets/sheet3.xml"/></Relationships>',
        'xl/worksheets/sheet3.xml': `<worksheet><sheetData>${sheetData}</sheetData></worksheet>`,
        ...parts,
      }).map(([name, text]) => [name, strToU8(text)]),
    ),
  );

describe('a workbook', () => {
  test('made here is read again as it was, signs and all', async () => {
    const cells = [
      ['企业名称', '说明'],
      ['甲 & 乙 <公司>', '=SUM(A1)'],
      ['', '换\n行 "引号"'],
      ['数字', 12.5],
    ];
    expect(rows(await bytesOf(makeWorkbook('名单', cells)))).toEqual({
      kind: 'read',
      value: [
        ['企业名称', '说明'],
        ['甲 & 乙 <公司>', '=SUM(A1)'],
        ['', '换\n行 "引号"'],
        ['数字', '12.5'],
      ],
    });
  });

  test('is read with shared texts, gaps, the value of a formula, and without readings', () => {
    const shared =
      '<sst><si><t>名称</t></si><si><r><t>平湖</t></r><r><t xml:space="preserve"> 科技</t></r><rPh sb="0"><t>pinghu</t></rPh></si></sst>';
    const sheet =
      '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="s"><v>1</v></c></row>' +
      '<row r="2"><c r="B2" t="str"><f>A1&amp;"x"</f><v>&#24179;x</v></c><c r="C2"/></row><row r="3"/>';
    expect(rows(workbook(sheet, { 'xl/sharedStrings.xml': shared }))).toEqual({
      kind: 'read',
      value: [['名称', '', '平湖 科技'], ['', '平x', ''], []],
    });
  });

  test.each([
    ['a built-in format of days', '<xf numFmtId="0"/><xf numFmtId="14"/>', '2023-12-08'],
    ['a Chinese format of its own', '<xf numFmtId="0"/><xf numFmtId="176"/>', '2023-12-08'],
    ['a number that is no day', '<xf numFmtId="0"/><xf numFmtId="2"/>', '45268'],
  ])('shows %s as what it is', (_, formats, shown) => {
    const styles = `<styleSheet><numFmts><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/></numFmts><cellXfs>${formats}</cellXfs></styleSheet>`;
    expect(rows(workbook('<row><c r="A1" s="1"><v>45268</v></c></row>', { 'xl/styles.xml': styles }))).toEqual({
      kind: 'read',
      value: [[shown]],
    });
  });

  test('that would unpack to more than is ever read is refused before it is unpacked', () => {
    const bomb = workbook('', { 'xl/sharedStrings.xml': ' '.repeat(121 * 1024 * 1024) });
    expect(bomb.length).toBeLessThan(200_000);
    expect(rows(bomb)).toEqual({ kind: 'refused', fault: 'too-large' });
  });

  test('with more rows than a list has is refused', () => {
    expect(rows(workbook('<row/>'.repeat(150_001)))).toEqual({ kind: 'refused', fault: 'too-many-rows' });
  });

  test('that is none, or of before 2007, is refused', () => {
    expect(rows(strToU8('PK\u0003\u0004 nothing'))).toEqual({ kind: 'refused', fault: 'not-a-sheet' });
    expect(rows(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1]))).toEqual({ kind: 'refused', fault: 'old-format' });
  });
});

describe('separated values', () => {
  test('are read with quotes, line breaks within them, and a byte order mark', () => {
    expect(rows(strToU8('\uFEFFa,"b ""c"", d"\r\n"e\nf",\n'))).toEqual({
      kind: 'read',
      value: [
        ['a', 'b "c", d'],
        ['e\nf', ''],
      ],
    });
  });

  test.each([
    ['\n', 'a line feed'],
    ['\r\n', 'both'],
    ['\r', 'a carriage return alone, as Excel on a Mac writes it'],
  ])('have lines that end with %j: %s', (end) => {
    const value = [['甲', '乙'], [''], ['1', '2']];
    expect(rows(strToU8(`甲;乙${end}${end}1;2${end}`))).toEqual({ kind: 'read', value });
    expect(rows(strToU8(`甲;乙${end}${end}1;2`))).toEqual({ kind: 'read', value });
  });

  test('with a quote that is never closed are refused: the rest would be one cell', () => {
    expect(rows(strToU8('甲,乙\n"1,2\n3,4\n'))).toEqual({ kind: 'refused', fault: 'not-a-sheet' });
  });

  test('of Excel in China are GBK', () => {
    const gbk = new Uint8Array([0xc6, 0xf3, 0xd2, 0xb5, 0xc3, 0xfb, 0xb3, 0xc6]);
    expect(rows(gbk)).toEqual({ kind: 'read', value: [['企业名称']] });
  });

  test('are told from other bytes', () => {
    expect(rows(new Uint8Array([0xff, 0xff, 0xff]))).toEqual({ kind: 'refused', fault: 'not-a-sheet' });
  });
});

describe('a list', () => {
  test('is found below its title, by what offices call the columns, empty lines left out', () => {
    const sheet =
      '2023年高新技术企业名单,,,,\n序号,单位名称,社会信用代码（必填）,认定时间,有效期至\n1,甲公司, 91330482MA0000001P ,2023年12月8日,长期\n,,,,\n2,乙公司,x,2023/1/5,2026.1.4\n';
    const reading = list(strToU8(sheet));
    expect(reading).toMatchObject({
      kind: 'read',
      value: {
        columns: { name: 1, creditCode: 2, issuedOn: 3, validUntil: 4, certificateNumber: null },
        rows: [
          { creditCode: '91330482MA0000001P', name: '甲公司', issuedOn: '2023-12-08' },
          { creditCode: 'x', name: '乙公司', issuedOn: '2023-01-05', validUntil: '2026-01-04' },
        ],
      },
    });
    expect(reading.kind === 'read' && Object.keys(reading.value.rows[0] ?? {})).not.toContain('validUntil');
  });

  test('without the columns that it needs is refused, and so is nothing', () => {
    expect(list(strToU8('甲,乙\n1,2\n'))).toEqual({ kind: 'refused', fault: 'no-header' });
    expect(list(strToU8(' \n'))).toEqual({ kind: 'refused', fault: 'empty' });
  });

  test.each([
    ['2023-1-5', '2023-01-05'],
    ['2023.01.05', '2023-01-05'],
    ['20230105', '2023-01-05'],
    ['2023-01-05 00:00:00', '2023-01-05'],
    ['二〇二三年', '二〇二三年'],
  ])('takes %s for %s', (text, day) => {
    expect(dayOf(text)).toBe(day);
  });
});
