import { readXml } from './read-xml.ts';

/** How the numbers of a workbook are shown: of interest is only which of them are days. */
export interface CellFormats {
  /** What a number's cell says. */
  readonly textOf: (value: string, style: number) => string;
}

/** Built-in formats of days, the Chinese ones among them. */
const isBuiltInDay = (id: number): boolean =>
  (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);

/** Reads the styles of a workbook. */
export function readFormats(styles: string, from1904: boolean): CellFormats {
  const own = new Map<number, string>();
  const ids: number[] = [];
  // Formats also stand in conditional styles, and xf beside the cells' own: only what is in these two lists counts.
  let list = '';
  readXml(styles, {
    open: (name, attributes) => {
      if (name === 'numFmts' || name === 'cellXfs') list = name;
      else if (list === 'numFmts' && name === 'numFmt') {
        const { numFmtId, formatCode = '' } = attributes();
        own.set(Number(numFmtId), formatCode);
      } else if (list === 'cellXfs' && name === 'xf') ids.push(Number(attributes().numFmtId ?? 0));
    },
    close: (name) => {
      if (name === list) list = '';
    },
  });
  const isDay = ids.map((id) => {
    const code = own.get(id);
    return code === undefined ? isBuiltInDay(id) : /[yd]/i.test(withoutTexts(code));
  });
  return { textOf: (value, style) => (isDay[style] ? (dayOfSerial(value, from1904) ?? value) : value) };
}

/** What stands in quotes or brackets, or after a sign that takes the next one, is text, colour or room, no part of a day. */
const withoutTexts = (code: string): string => code.replace(/"[^"]*"|\[[^\]]*\]|[\\_*]./g, '');

/** Of 9999-12-31, the last day of programs' calendars. */
const lastSerial = 2_958_465;

/** Day 25,569 of Excel's calendar is 1970-01-01. Null for what is no day of it. */
function dayOfSerial(value: string, from1904: boolean): string | null {
  const serial = Math.floor(Number(value)) + (from1904 ? 1_462 : 0);
  if (!(serial > 0 && serial <= lastSerial)) return null;
  return new Date((serial - 25_569) * 86_400_000).toISOString().slice(0, 10);
}
