import { strToU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readSheet } from '../../../../functions/admin/sheets/read-sheet.ts';
import { xlsxOf } from '../../../../shared/documents/xlsx.ts';
import { type Parts, workbookOf } from './workbook-of.ts';

const cellsOf = (bytes: Uint8Array) => readSheet(bytes, (rows) => rows);
const read = (parts: Parts) => cellsOf(workbookOf(parts));
const rowsRead = (...value: readonly (readonly string[])[]) => ({ kind: 'read', value });
const refused = (fault: string) => ({ kind: 'refused', fault });
const oneCell = (cell: string): Parts => ({ sheetData: `<row r="1">${cell}</row>` });

describe('a workbook of a program that writes XML in its own way is read', () => {
  test.each<[string, Parts]>([
    [
      'with a prefix to every name',
      {
        sheetXml:
          '<x:worksheet xmlns:x="u"><x:sheetData><x:row><x:c t="s"><x:v>0</x:v></x:c></x:row></x:sheetData></x:worksheet>',
        sharedXml: '<x:sst xmlns:x="u"><x:si><x:t>名称</x:t></x:si></x:sst>',
      },
    ],
    [
      'with single quotes',
      { ...oneCell("<c r='A1' t='s'><v>0</v></c>"), sharedXml: '<sst><si><t>名称</t></si></sst>' },
    ],
    ['with blanks before the end of tags', oneCell('<c t="str" ><v >名称</v ></c\n>')],
    ['with a sign > within an attribute', oneCell('<c note="1>2" t="str"><v>名称</v></c>')],
    ['with CDATA', oneCell('<c t="inlineStr"><is><t><![CDATA[名]]>称</t></is></c>')],
    ['with a comment', { sheetData: '<!-- <row><c><v>1</v></c></row> --><row><c t="str"><v>名称</v></c></row>' }],
    ['without names of cells', oneCell('<c t="inlineStr"><is><t>名称</t></is></c>')],
    [
      'with rich text within the cell',
      oneCell('<c t="inlineStr"><is><r><t>名</t></r><r><rPr><b/></rPr><t>称</t></r></is></c>'),
    ],
    ['with readings', oneCell('<c t="inlineStr"><is><t>名称</t><rPh sb="0" eb="2"><t>mingcheng</t></rPh></is></c>')],
    ['with numbers for characters', oneCell('<c t="str"><v>&#21517;&#x79F0;</v></c>')],
    ['after its extensions', oneCell('<c t="str"><f>A2</f><v>名称</v><extLst><ext><v2/></ext></extLst></c>')],
  ])('%s', (_, parts) => {
    expect(read(parts)).toEqual(rowsRead(['名称']));
  });

  test('with the characters beyond U+FFFF that it wrote as numbers', () => {
    expect(read(oneCell('<c t="str"><v>&#x20BB7;&#128512;</v></c>'))).toEqual(rowsRead(['𠮷😀']));
  });

  test('with what it wrote as _xHHHH_', () => {
    expect(read(oneCell('<c t="str"><v>a_x000D_b_x005F_x000D_c_xyz_</v></c>'))).toEqual(
      rowsRead(['a\rb_x000D_c_xyz_']),
    );
  });

  test('with no entity but those of XML, so that none can be made to grow', () => {
    const sharedXml =
      '<!DOCTYPE sst [<!ENTITY a "xxxxxxxxxx"><!ENTITY b "&a;&a;&a;">]><sst><si><t>&b;&lt;&amp;lt;</t></si></sst>';
    expect(read({ ...oneCell('<c t="s"><v>0</v></c>'), sharedXml })).toEqual(rowsRead(['&b;<&lt;']));
  });

  test('with parts in UTF-16', () => {
    const wide = (bytes: number[], order: (code: number) => number[]) =>
      new Uint8Array([
        ...bytes,
        ...[...'<sst><si><t>名称</t></si></sst>'].flatMap((each) => order(each.charCodeAt(0))),
      ]);
    for (const shared of [
      wide([0xff, 0xfe], (code) => [code & 0xff, code >> 8]),
      wide([0xfe, 0xff], (code) => [code >> 8, code & 0xff]),
    ]) {
      const parts = { ...oneCell('<c t="s"><v>0</v></c>'), others: { 'xl/sharedStrings.xml': shared } };
      expect(read(parts)).toEqual(rowsRead(['名称']));
    }
  });
});

describe('the parts of a workbook are found', () => {
  const sheet = (text: string): string =>
    `<worksheet><sheetData><row><c t="inlineStr"><is><t>${text}</t></is></c></row></sheetData></worksheet>`;

  test.each([
    ['from the root', '/xl/worksheets/sheet1.xml', 'xl/worksheets/sheet1.xml'],
    ['relative to the workbook', 'tables/one.xml', 'xl/tables/one.xml'],
    ['upwards', '../data/sheet.xml', 'data/sheet.xml'],
    ['with Chinese names', 'worksheets/工作表 1.xml', 'xl/worksheets/工作表 1.xml'],
    ['with percent signs', 'worksheets/%E8%A1%A8.xml', 'xl/worksheets/表.xml'],
    ['in other capitals', 'worksheets/Sheet1.xml', 'xl/worksheets/sheet1.xml'],
    ['with backslashes', 'worksheets/sheet1.xml', 'xl\\worksheets\\sheet1.xml'],
  ])('%s', (_, target, name) => {
    expect(read({ target, sheetXml: null, others: { [name]: strToU8(sheet('a')) } })).toEqual(rowsRead(['a']));
  });

  test.each([
    [
      'the first that is shown',
      '<sheet r:id="r1" state="hidden"/><sheet r:id="r2" state="visible"/><sheet r:id="r3"/>',
      'two',
    ],
    ['the first if none is shown', '<sheet r:id="r1" state="hidden"/><sheet r:id="r2" state="veryHidden"/>', 'one'],
    ['the first with cells, after a chart', '<sheet r:id="r4"/><sheet r:id="r3"/>', 'three'],
    ['by whatever prefix a relation is named', '<sheet rel:id="r2"/>', 'two'],
  ])('of the sheets %s', (_, sheets, expected) => {
    const relation = (id: string, kind: string) =>
      `<Relationship Id="${id}" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/${kind}" Target="${id}.xml"/>`;
    const others = Object.fromEntries(
      ['one', 'two', 'three'].map((text, index) => [`xl/r${index + 1}.xml`, strToU8(sheet(text))]),
    );
    others['xl/_rels/workbook.xml.rels'] = strToU8(
      `<Relationships>${['r1', 'r2', 'r3'].map((id) => relation(id, 'worksheet')).join('')}${relation('r4', 'chartsheet')}</Relationships>`,
    );
    others['xl/workbook.xml'] = strToU8(`<workbook><sheets>${sheets}</sheets></workbook>`);
    expect(read({ sheetXml: null, others })).toEqual(rowsRead([expected]));
  });
});

describe('a number is shown as a day', () => {
  const styled = (format: string, value: string, from1904 = false): Parts => ({
    ...oneCell(`<c s="1"><v>${value}</v></c>`),
    from1904,
    stylesXml: `<styleSheet><numFmts><numFmt numFmtId="200" formatCode="${format}"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf/><xf numFmtId="200"/></cellXfs><dxfs><dxf><numFmt numFmtId="200" formatCode="0"/></dxf></dxfs></styleSheet>`,
  });

  test.each([
    ['yyyy/m/d;@', '45268', '2023-12-08'],
    ['[$-804]yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@', '45268', '2023-12-08'],
    ['yyyy-mm-dd hh:mm', '45268.99', '2023-12-08'],
    ['0.00%', '0.0435', '0.0435'],
    ['[Red]0.00', '45268', '45268'],
    ['0&quot; days&quot;', '45268', '45268'],
    ['#,##0_d;\\d0', '45268', '45268'],
    ['yyyy/m/d', '2958466', '2958466'],
    ['yyyy/m/d', '1E+99', '1E+99'],
    ['yyyy/m/d', '-1', '-1'],
    ['yyyy/m/d', 'x', 'x'],
  ])('by the format %s: %s is %s', (format, value, expected) => {
    expect(read(styled(format, value))).toEqual(rowsRead([expected]));
  });

  test('counted from 1904 on where the workbook says so', () => {
    expect(read(styled('yyyy/m/d', '43806', true))).toEqual(rowsRead(['2023-12-08']));
  });
});

describe('a workbook is refused', () => {
  test.each<[string, Parts]>([
    ['whose sheet is cut off', { sheetXml: '<worksheet><sheetData><row><c><v>1</v></c></row><row><c><v>2' }],
    ['whose tags do not match', { sheetXml: '<worksheet><sheetData><row><c></row></c></sheetData></worksheet>' }],
    ['whose texts are cut off', { ...oneCell('<c t="s"><v>0</v></c>'), sharedXml: '<sst><si><t>a' }],
    ['whose tags never end', { sheetXml: `<worksheet>${'<row>'.repeat(500_000)}` }],
    ['whose texts never end', { ...oneCell('<c t="s"><v>0</v></c>'), sharedXml: `<sst>${'<si>'.repeat(500_000)}` }],
    ['whose sheet is not there', { sheetXml: null }],
    ['whose sheet is empty', { sheetXml: '' }],
    ['whose sheet is no XML', { sheetXml: 'a,b\n1,2' }],
    ['whose only sheet is elsewhere', { target: 'http://example.invalid/%', sheetXml: null }],
  ])('%s', (_, parts) => {
    const begun = performance.now();
    expect(read(parts)).toEqual(refused('not-a-sheet'));
    expect(performance.now() - begun).toBeLessThan(5_000);
  });

  test('whose directory says less than there is, which is not unpacked beyond that', () => {
    const bytes = workbookOf({ ...oneCell('<c><v>1</v></c>'), sharedXml: `<sst>${' '.repeat(1_000_000)}</sst>` });
    declare(bytes, 'xl/sharedStrings.xml', 100);
    expect(cellsOf(bytes)).toEqual(refused('not-a-sheet'));
  });

  test('whose parts together are too large, also if two have one name', () => {
    const others = { 'xl/sharedstrings.XML': strToU8('<sst/>') };
    const bytes = workbookOf({ ...oneCell('<c><v>1</v></c>'), sharedXml: '<sst/>', others });
    declare(bytes, 'xl/sharedStrings.xml', 70_000_000);
    declare(bytes, 'xl/sharedstrings.XML', 70_000_000);
    expect(cellsOf(bytes)).toEqual(refused('too-large'));
  });
});

/** Writes another size into the directory of a ZIP archive. */
function declare(bytes: Uint8Array, name: string, size: number): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const at = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).lastIndexOf(name) - 46;
  expect(view.getUint32(at, true)).toBe(0x02014b50);
  view.setUint32(at + 24, size, true);
}

test('cells far to the right, far down or of endless text take no room', () => {
  const sheetData = `<row r="900000000"><c r="A1"/><c r="XFD1"><v>1</v></c><c r="ZZZZZZ1"><v>2</v></c><c t="str"><v>${'长'.repeat(5000)}</v></c></row>`;
  const reading = read({ sheetData });
  expect(reading.kind === 'read' && reading.value.map((row) => row.map(({ length }) => length))).toEqual([[0, 1000]]);
});

test('what this system writes, it reads', () => {
  const bytes = xlsxOf('名单', [
    ['_x0041_', '=1'],
    ['\t\n 两 ', { decimal: '0.10' }, null, 7],
  ]);
  expect(cellsOf(bytes)).toEqual(rowsRead(['_x0041_', '=1'], ['\t\n 两 ', '0.10', '', '7']));
  expect(Object.keys(unzipSync(bytes))).toHaveLength(6);
});
