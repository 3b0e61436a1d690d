/** Why a file is not read as a sheet. */
export type SheetFault = 'too-large' | 'not-a-sheet' | 'too-many-rows' | 'no-header' | 'old-format' | 'empty';

/** A refusal of a file, thrown within the reader and told as a value by the worker. */
export class SheetRefused extends Error {
  readonly fault: SheetFault;
  constructor(fault: SheetFault) {
    super(fault);
    this.fault = fault;
  }
}

/** Larger files than these are no list of a city; the bounds keep a hostile one from filling the browser's memory. */
export const bounds = {
  fileBytesMax: 20 * 1024 * 1024,
  unpackedBytesMax: 120 * 1024 * 1024,
  rowsMax: 150_000,
  columnsMax: 60,
  cellCharactersMax: 1_000,
} as const;
