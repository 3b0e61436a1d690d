import { judgeRow, type ListRow, type RawRow, type RowRejectionCode } from './import-row.ts';

/** A row that the list can take, with its place in the call, from 1. */
export interface AcceptedRow extends ListRow {
  readonly row: number;
}

/** A row that was rejected, with what it said. */
export interface RejectedRow {
  readonly row: number;
  readonly code: RowRejectionCode;
  readonly texts: RawRow['texts'];
}

export interface JudgedRows {
  /** Rows of one enterprise stand together, enterprises and their rows in the order in which they came. */
  readonly accepted: readonly AcceptedRow[];
  /** By row. */
  readonly rejected: readonly RejectedRow[];
}

/**
 * Judges the rows of one call (R6): each by itself, then those that contradict each other, of which none is taken.
 * `inForce` tells whether the version in force knows the category: where it does not, every row is rejected.
 */
export function judgeRows(rows: readonly RawRow[], inForce: boolean): JudgedRows {
  const valid: AcceptedRow[] = [];
  const rejected: RejectedRow[] = [];
  rows.forEach((raw, index) => {
    const row = index + 1;
    const judged = inForce ? judgeRow(raw) : 'category-not-in-force';
    if (typeof judged === 'string') rejected.push({ row, code: judged, texts: raw.texts });
    else valid.push({ row, ...judged });
  });
  const contradicting = contradictionsIn(valid);
  const accepted = new Map<string, AcceptedRow[]>();
  for (const each of valid) {
    const { row, creditCode } = each;
    if (contradicting.has(row)) rejected.push({ row, code: 'contradicts-row', texts: rows[row - 1]?.texts ?? {} });
    else accepted.set(creditCode, [...(accepted.get(creditCode) ?? []), each]);
  }
  return { accepted: [...accepted.values()].flat(), rejected: rejected.sort((a, b) => a.row - b.row) };
}

/**
 * The rows that another row contradicts: one code with two names, or one period of one certificate with two ends.
 * Which of them is right only the document can tell.
 */
function contradictionsIn(rows: readonly AcceptedRow[]): ReadonlySet<number> {
  const names = groups(rows, ({ creditCode }) => creditCode);
  const periods = groups(rows, ({ creditCode, certificateNumber, issuedOn }) =>
    [creditCode, issuedOn, certificateNumber].join(' '),
  );
  const contradicting = new Set<number>();
  const mark = (group: readonly AcceptedRow[], said: (row: AcceptedRow) => string | null): void => {
    if (new Set(group.map(said)).size > 1) for (const { row } of group) contradicting.add(row);
  };
  for (const group of names) mark(group, ({ name }) => name);
  for (const group of periods) mark(group, ({ validUntil }) => validUntil);
  return contradicting;
}

function groups(rows: readonly AcceptedRow[], keyOf: (row: AcceptedRow) => string): Iterable<readonly AcceptedRow[]> {
  const found = new Map<string, AcceptedRow[]>();
  for (const row of rows) {
    const group = found.get(keyOf(row));
    if (group) group.push(row);
    else found.set(keyOf(row), [row]);
  }
  return found.values();
}
