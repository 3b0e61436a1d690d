import { attribute } from './xlsx-xml.ts';

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
  for (const [tag] of styles.matchAll(/<(?:\w+:)?numFmt\s[^>]*>/g)) {
    own.set(Number(attribute(tag, 'numFmtId')), attribute(tag, 'formatCode') ?? '');
  }
  const cells = /<(?:\w+:)?cellXfs\b.*?<\/(?:\w+:)?cellXfs>/s.exec(styles)?.[0] ?? '';
  const isDay = [...cells.matchAll(/<(?:\w+:)?xf\b[^>]*>/g)].map(([tag]) => {
    const id = Number(attribute(tag, 'numFmtId') ?? 0);
    // What stands in quotes or brackets is text or colour, no part of a day.
    const code = (own.get(id) ?? '').replace(/"[^"]*"|\[[^\]]*\]|\\./g, '');
    return own.has(id) ? /[yd]/i.test(code) : isBuiltInDay(id);
  });
  return {
    textOf: (value, style) => (isDay[style] && value !== '' ? dayOfSerial(Number(value), from1904) : value),
  };
}

/** Day 25,569 of Excel's calendar is 1970-01-01. */
function dayOfSerial(serial: number, from1904: boolean): string {
  const days = Math.floor(serial) - 25_569 + (from1904 ? 1_462 : 0);
  const instant = new Date(days * 86_400_000);
  return Number.isNaN(instant.getTime()) ? String(serial) : instant.toISOString().slice(0, 10);
}
