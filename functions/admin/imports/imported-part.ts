/** An import that stands for a part of a sheet. */
export interface ImportedPart {
  readonly importId: string;
  /** Which rows of the sheet it was sent; as they stand where they are not known. */
  readonly rows?: readonly number[];
}

/** The API counts the rows of a call from 1; which row of the whole sheet that is. */
export function rowInSheet<Row extends number | null>(part: ImportedPart | undefined, row: Row): Row | number {
  if (row === null || !part?.rows) return row;
  const index = part.rows[row - 1];
  return index === undefined ? row : index + 1;
}
