import { readCsv } from './read-csv.ts';
import { readXlsx } from './read-xlsx.ts';
import { bounds, type SheetFault, SheetRefused } from './sheet-fault.ts';

export type SheetReading<Value> =
  | { readonly kind: 'read'; readonly value: Value }
  | { readonly kind: 'refused'; readonly fault: SheetFault };

/** Reads a file by what it is, whatever it is called, and makes something of its rows. */
export function readSheet<Value>(bytes: Uint8Array, make: (rows: string[][]) => Value): SheetReading<Value> {
  try {
    return { kind: 'read', value: make(rowsOf(bytes)) };
  } catch (error) {
    return { kind: 'refused', fault: error instanceof SheetRefused ? error.fault : 'not-a-sheet' };
  }
}

function rowsOf(bytes: Uint8Array): string[][] {
  if (bytes.length > bounds.fileBytesMax) throw new SheetRefused('too-large');
  const begins = (...signature: number[]): boolean => signature.every((byte, index) => bytes[index] === byte);
  if (begins(0x50, 0x4b, 0x03, 0x04)) return readXlsx(bytes);
  // The binary workbook of before 2007.
  if (begins(0xd0, 0xcf, 0x11, 0xe0)) throw new SheetRefused('old-format');
  return readCsv(bytes);
}
