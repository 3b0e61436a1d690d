import fc from 'fast-check';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readSheet } from '../../../../functions/admin/sheets/read-sheet.ts';
import { xlsxOf } from '../../../../shared/documents/xlsx.ts';
import { workbookOf } from './workbook-of.ts';

const cellsOf = (bytes: Uint8Array) => readSheet(bytes, (rows) => rows);

/** What XML can carry; a carriage return would come back as a line feed. */
const text = fc
  .string({ unit: 'grapheme', maxLength: 20 })
  .filter((each) => !/(?![\t\n])\p{Cc}|\p{Noncharacter_Code_Point}|\p{Cs}/u.test(each));
const table = fc.array(fc.array(text, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 6 });

const asEntity = (character: string): string => `&#x${character.codePointAt(0)?.toString(16)};`;
const quoted = (value: string): string => value.replace(/[&<>]/g, asEntity).replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_');

/** The ways in which programs write a cell's text. */
const ways = {
  inline: (value: string) => [`t="inlineStr"`, `<is><t xml:space="preserve">${quoted(value)}</t></is>`],
  formula: (value: string) => ['t="str"', `<f>A1&amp;"x"</f><v>${quoted(value)}</v>`],
  rich: (value: string) => [
    't="inlineStr"',
    `<is>${[...value].map((each) => `<r><rPr><b val="1"/></rPr><t>${quoted(each)}</t></r>`).join('')}<rPh sb="0" eb="1"><t>reading</t></rPh></is>`,
  ],
  numbered: (value: string) => ['t="str"', `<v>${[...value].map(asEntity).join('')}</v>`],
  cdata: (value: string) => ['t="str"', `<v><![CDATA[${value.replaceAll(']]>', ']]]]><![CDATA[>')}]]></v>`],
  shared: (value: string) => ['t="s"', value],
} as const;
type Way = keyof typeof ways;

interface Writing {
  readonly way: Way;
  readonly prefix: string;
  readonly quote: string;
  readonly blank: string;
  readonly hasNames: boolean;
}
const writing: fc.Arbitrary<Writing> = fc.record({
  way: fc.constantFrom(...(Object.keys(ways) as Way[])),
  prefix: fc.constantFrom('', 'x:', 'ns0:'),
  quote: fc.constantFrom('"', "'"),
  blank: fc.constantFrom('', ' ', '\n'),
  hasNames: fc.boolean(),
});

/** Writes a table as a program of that kind would. */
function written(rows: readonly (readonly string[])[], { way, prefix, quote, blank, hasNames }: Writing): Uint8Array {
  const texts: string[] = [];
  const cell = (value: string, row: number, column: number): string => {
    const [type = '', content = ''] = ways[way === 'rich' && value.includes('_x') ? 'inline' : way](value);
    const name = hasNames ? ` r="${String.fromCharCode(65 + column)}${row + 1}"` : '';
    if (way !== 'shared') return `<c${name} ${type}>${content}</c>`;
    texts.push(`<si><t>${quoted(value)}</t></si>`);
    return `<c${name} ${type}><v>${texts.length - 1}</v></c>`;
  };
  const lines = rows.map(
    (row, index) => `<row>${row.map((value, column) => cell(value, index, column)).join('')}</row>`,
  );
  const styled = (xml: string): string =>
    xml.replace(/<!\[CDATA\[[\s\S]*?\]\]>|<(\/?)([a-zA-Z]+)([^<>]*)>/g, (whole, close, name, rest) =>
      name === undefined
        ? whole
        : `<${close}${prefix}${name}${close ? '' : rest.replaceAll('"', quote)}${rest.endsWith('/') ? '' : blank}>`,
    );
  return workbookOf({
    sheetXml: styled(`<worksheet><sheetData>${lines.join('')}</sheetData></worksheet>`),
    sharedXml: styled(`<sst>${texts.join('')}</sst>`),
  });
}

describe('random workbooks', () => {
  test('are read as they were written, in whatever way', () => {
    fc.assert(
      fc.property(table, writing, (rows, how) => {
        expect(cellsOf(written(rows, how))).toEqual({ kind: 'read', value: rows });
      }),
      { numRuns: 300 },
    );
  });

  test('that this system writes are read as they were', () => {
    fc.assert(
      fc.property(table, (rows) => {
        expect(cellsOf(xlsxOf('a', rows))).toEqual({ kind: 'read', value: rows });
      }),
      { numRuns: 100 },
    );
  });
});

/** What is put in the place of a part of a file. */
const debris = fc.oneof(
  fc.constantFrom(
    '<',
    '>',
    '"',
    "'",
    '&',
    '&#',
    '&#x110000;',
    '&#0;',
    '<!--',
    '<![CDATA[',
    '<!DOCTYPE',
    '<?',
    '/>',
    ']]>',
  ),
  fc.constantFrom(
    '</row>',
    '<row>',
    '<c',
    '<is><t>',
    ' r="ZZZ9"',
    ' s="-1"',
    ' t="s"',
    ' t="d"',
    '<v>1e999</v>',
    '\u0000',
  ),
  fc.constantFrom('__proto__', 'constructor', 'xmlns:', '\ud800', '\ufeff'),
  fc.string({ maxLength: 5 }),
);
const blow = fc.record({ at: fc.nat(), length: fc.nat({ max: 30 }), put: debris });
const faults = ['too-large', 'not-a-sheet', 'too-many-rows', 'no-header', 'old-format', 'empty'];

/** What a reading must be, whatever was read: rows within the bounds, or a refusal that the page can show. */
function expectReading(bytes: Uint8Array): void {
  const reading = cellsOf(bytes);
  if (reading.kind === 'refused') expect(faults).toContain(reading.fault);
  for (const row of reading.kind === 'read' ? reading.value : []) {
    expect(row.length).toBeLessThanOrEqual(60);
    for (const cell of row) expect(typeof cell === 'string' && cell.length <= 1_000).toBe(true);
  }
}

describe('damaged workbooks', () => {
  const sheetData =
    '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" s="1"><v>45268</v></c></row><row r="2"><c t="inlineStr"><is><r><t>a&amp;b</t></r></is></c></row>';
  const sample = unzipSync(
    workbookOf({
      sheetData,
      sharedXml: '<sst><si><t>名称</t><rPh sb="0"><t>x</t></rPh></si></sst>',
      stylesXml: '<styleSheet><cellXfs><xf/><xf numFmtId="14"/></cellXfs></styleSheet>',
    }),
  );
  const names = Object.keys(sample);

  test('in their XML are read in bounds or refused', () => {
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.array(blow, { minLength: 1, maxLength: 4 }), (name, blows) => {
        const xml = blows.reduce(
          (whole, { at, length, put }) => {
            const place = at % (whole.length + 1);
            return whole.slice(0, place) + put + whole.slice(place + length);
          },
          strFromU8(sample[name] as Uint8Array),
        );
        expectReading(zipSync({ ...sample, [name]: strToU8(xml) }));
      }),
      { numRuns: 1_500 },
    );
  });

  test('in their bytes are read in bounds or refused', () => {
    const whole = zipSync(sample);
    const hit = fc.record({ at: fc.nat({ max: whole.length - 1 }), byte: fc.nat({ max: 255 }) });
    fc.assert(
      fc.property(fc.array(hit, { minLength: 1, maxLength: 6 }), fc.nat({ max: whole.length }), (hits, end) => {
        const bytes = whole.slice(0, hits.length === 1 ? end : whole.length);
        for (const { at, byte } of hits) if (at >= 4 && at < bytes.length) bytes[at] = byte;
        expectReading(bytes);
      }),
      { numRuns: 1_500 },
    );
  });

  test('of any bytes after a ZIP’s signature are refused', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expectReading(new Uint8Array([0x50, 0x4b, 0x03, 0x04, ...bytes]));
      }),
      { numRuns: 300 },
    );
  });
});
