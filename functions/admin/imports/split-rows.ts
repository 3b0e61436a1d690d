/** What one call takes: 5,000 rows, and a body of 4 MiB that holds more than the rows. */
const partBounds = { rowsMax: 5_000, bytesMax: 3.5 * 1024 * 1024 } as const;

interface PartBounds {
  readonly rowsMax: number;
  readonly bytesMax: number;
}

const encoder = new TextEncoder();

/**
 * Splits the rows of a sheet into parts that one call each takes; answers, for each part, which rows are in it, in the
 * sheet's order. Rows of one group stay in one part as far as one can hold them: the API judges the rows of one call
 * against each other (R6), so two rows that contradict each other must not come apart.
 */
export function splitRows<Row>(
  rows: readonly Row[],
  groupOf: (row: Row) => string,
  { rowsMax, bytesMax }: PartBounds = partBounds,
): readonly (readonly number[])[] {
  const parts: { rows: number[]; bytes: number }[] = [];
  let last = { rows: [] as number[], bytes: 0 };
  const begin = (): void => {
    last = { rows: [], bytes: 0 };
    parts.push(last);
  };
  const fits = (count: number, bytes: number): boolean =>
    last.rows.length + count <= rowsMax && last.bytes + bytes <= bytesMax;

  const sizes = rows.map((row) => encoder.encode(JSON.stringify(row)).length + 1);
  const sizeOf = (index: number): number => sizes[index] ?? 0;
  begin();
  for (const group of groupsOf(rows, groupOf)) {
    const bytes = group.reduce((sum, index) => sum + sizeOf(index), 0);
    // One that no part can hold whole begins where there is room.
    const isWhole = group.length <= rowsMax && bytes <= bytesMax;
    if (last.rows.length > 0 && isWhole && !fits(group.length, bytes)) begin();
    for (const index of group) {
      if (last.rows.length > 0 && !fits(1, sizeOf(index))) begin();
      last.rows.push(index);
      last.bytes += sizeOf(index);
    }
  }
  return parts.map((part) => part.rows.sort((a, b) => a - b));
}

function groupsOf<Row>(rows: readonly Row[], groupOf: (row: Row) => string): Iterable<readonly number[]> {
  const groups = new Map<string, number[]>();
  rows.forEach((row, index) => {
    const name = groupOf(row);
    const group = groups.get(name);
    if (group) group.push(index);
    else groups.set(name, [index]);
  });
  return groups.values();
}

/** A credit code as rows of one enterprise share it, however it is typed. */
export const codeGroup = ({ creditCode }: { readonly creditCode: string }): string =>
  creditCode.normalize('NFKC').replace(/\s/g, '').toUpperCase();
