import { unzipSync } from 'fflate';
import { readXml } from './read-xml.ts';
import { bounds, SheetRefused } from './sheet-fault.ts';

/** The parts of a workbook that its first sheet is read from, as XML; "" for one that is not there. */
export interface WorkbookParts {
  readonly sheet: string;
  readonly sharedTexts: string;
  readonly styles: string;
  /** Whether days are counted from 1904 on. */
  readonly from1904: boolean;
}

const workbookName = 'xl/workbook.xml';
const relationsName = 'xl/_rels/workbook.xml.rels';

/**
 * Finds and unpacks the first sheet that is shown and what it needs. The directory is looked at before anything is unpacked, and
 * no entry is unpacked beyond what the directory says; a bomb is refused in the first case and cut off in the second.
 */
export function readParts(bytes: Uint8Array): WorkbookParts {
  let unpacked = 0;
  const unpack = (...names: readonly string[]): readonly string[] => {
    const wanted = names.map(plainName);
    const files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!wanted.includes(plainName(name))) return false;
        unpacked += originalSize;
        if (unpacked > bounds.unpackedBytesMax) throw new SheetRefused('too-large');
        return true;
      },
    });
    const found = new Map(Object.entries(files).map(([name, file]) => [plainName(name), file]));
    return wanted.map((name) => decode(found.get(name) ?? new Uint8Array()));
  };

  const [workbook = '', relations = ''] = unpack(workbookName, relationsName);
  const { from1904, sheets } = readWorkbook(workbook);
  const related = readRelations(relations);
  // A sheet of a chart or of macros has no cells.
  const withCells = sheets.filter(({ id }) => /^(worksheet)?$/.test(related.get(id)?.kind ?? ''));
  const first = withCells.find(({ isShown }) => isShown) ?? withCells[0];
  if (sheets.length > 0 && first === undefined) throw new SheetRefused('not-a-sheet');
  const nameOf = (kind: string): string | undefined => [...related.values()].find((each) => each.kind === kind)?.name;
  const [sheet = '', sharedTexts = '', styles = ''] = unpack(
    related.get(first?.id ?? '')?.name ?? 'xl/worksheets/sheet1.xml',
    nameOf('sharedStrings') ?? 'xl/sharedStrings.xml',
    nameOf('styles') ?? 'xl/styles.xml',
  );
  if (sheet === '') throw new SheetRefused('not-a-sheet');
  return { sheet, sharedTexts, styles, from1904 };
}

/** Some programs write names with backslashes, or in other capitals than they refer to them. */
const plainName = (name: string): string => name.replaceAll('\\', '/').toLowerCase();

/** XML is UTF-8 unless its first two bytes say that it is UTF-16. */
function decode(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const isWide = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  return new TextDecoder(isWide ? (first === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8').decode(bytes);
}

interface SheetEntry {
  readonly id: string;
  readonly isShown: boolean;
}

function readWorkbook(xml: string): { readonly from1904: boolean; readonly sheets: readonly SheetEntry[] } {
  const sheets: SheetEntry[] = [];
  let from1904 = false;
  readXml(xml, {
    open: (name, attributes) => {
      if (name === 'workbookPr') from1904 = /^(1|true)$/.test(attributes().date1904 ?? '');
      if (name !== 'sheet') return;
      // The identifier of a relation is in a namespace of its own, whose prefix each program chooses.
      const [, id = ''] = Object.entries(attributes()).find(([key]) => key.endsWith(':id')) ?? [];
      sheets.push({ id, isShown: (attributes().state ?? 'visible') === 'visible' });
    },
  });
  return { from1904, sheets };
}

interface Relation {
  /** The last word of its type, by which the two editions of the standard are one. */
  readonly kind: string;
  readonly name: string;
}

function readRelations(xml: string): ReadonlyMap<string, Relation> {
  const related = new Map<string, Relation>();
  readXml(xml, {
    open: (name, attributes) => {
      const { Id, Target, Type = '' } = attributes();
      if (name !== 'Relationship' || Id === undefined || Target === undefined) return;
      // A target is relative to the workbook, or from the root if it begins with a slash.
      const path = new URL(Target, `http://package/${workbookName}`).pathname.slice(1);
      related.set(Id, { kind: Type.slice(Type.lastIndexOf('/') + 1), name: decodeURIComponent(path) });
    },
  });
  return related;
}
