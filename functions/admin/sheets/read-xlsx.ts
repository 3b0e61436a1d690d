import { strFromU8, unzipSync } from 'fflate';
import { bounds, SheetRefused } from './sheet-fault.ts';
import { type CellFormats, readFormats } from './xlsx-formats.ts';
import { attribute, plainText, textsIn } from './xlsx-xml.ts';

const wanted =
  /^xl\/(workbook\.xml|_rels\/workbook\.xml\.rels|sharedStrings\.xml|styles\.xml|worksheets\/[\w-]+\.xml)$/;

/**
 * Reads the first sheet of a workbook as texts. The directory is looked at before anything is unpacked, and no entry is
 * unpacked beyond what the directory says; a bomb is refused in the first case and cut off in the second.
 */
export function readXlsx(bytes: Uint8Array): string[][] {
  let unpacked = 0;
  const files = unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      if (!wanted.test(name)) return false;
      unpacked += originalSize;
      if (unpacked > bounds.unpackedBytesMax) throw new SheetRefused('too-large');
      return true;
    },
  });
  const textOf = (name: string): string => {
    const file = files[name];
    return file ? strFromU8(file) : '';
  };
  const workbook = textOf('xl/workbook.xml');
  const sheet = textOf(firstSheet(workbook, textOf('xl/_rels/workbook.xml.rels')));
  if (sheet === '') throw new SheetRefused('not-a-sheet');
  const shared = [
    ...textOf('xl/sharedStrings.xml').matchAll(/<(?:\w+:)?si>(.*?)<\/(?:\w+:)?si>|<(?:\w+:)?si\/>/gs),
  ].map(([, inside = '']) => textsIn(inside));
  const formats = readFormats(textOf('xl/styles.xml'), /date1904="(1|true)"/.test(workbook));
  return readRows(sheet, shared, formats);
}

/** The part that holds the first sheet. */
function firstSheet(workbook: string, relations: string): string {
  const id = /<(?:\w+:)?sheet\s[^>]*r:id="([^"]+)"/.exec(workbook)?.[1];
  for (const [relation] of relations.matchAll(/<Relationship\s[^>]*>/g)) {
    if (attribute(relation, 'Id') === id)
      return `xl/${(attribute(relation, 'Target') ?? '').replace(/^\/?(xl\/)?/, '')}`;
  }
  return 'xl/worksheets/sheet1.xml';
}

function readRows(sheet: string, shared: readonly string[], formats: CellFormats): string[][] {
  const rows: string[][] = [];
  for (const [, inside = ''] of sheet.matchAll(/<(?:\w+:)?row(?:\s[^>]*)?(?:\/>|>(.*?)<\/(?:\w+:)?row>)/gs)) {
    const row: string[] = [];
    for (const [, attributes = '', content = ''] of inside.matchAll(
      /<(?:\w+:)?c(\s[^>]*?)?(?:\/>|>(.*?)<\/(?:\w+:)?c>)/gs,
    )) {
      const column = columnOf(attribute(attributes, 'r')) ?? row.length;
      if (column >= bounds.columnsMax) continue;
      while (row.length < column) row.push('');
      row[column] = cellText(attributes, content, shared, formats).slice(0, bounds.cellCharactersMax);
    }
    rows.push(row);
    if (rows.length > bounds.rowsMax) throw new SheetRefused('too-many-rows');
  }
  return rows;
}

function cellText(attributes: string, content: string, shared: readonly string[], formats: CellFormats): string {
  const type = attribute(attributes, 't') ?? 'n';
  if (type === 'inlineStr') return textsIn(content);
  const value = plainText(/<(?:\w+:)?v(?:\s[^>]*)?>(.*?)<\/(?:\w+:)?v>/s.exec(content)?.[1] ?? '');
  if (type === 's') return shared[Number(value)] ?? '';
  if (type === 'd') return value.slice(0, 10);
  return type === 'n' ? formats.textOf(value, Number(attribute(attributes, 's') ?? 0)) : value;
}

/** The column of a cell's name: `C7` is 2. */
function columnOf(reference: string | null): number | null {
  const letters = /^[A-Z]{1,3}/.exec(reference ?? '')?.[0];
  if (letters === undefined) return null;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
