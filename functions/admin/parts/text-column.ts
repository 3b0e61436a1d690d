import type { Column } from './column.ts';

/** A column of plain texts. */
export const textColumn = <Row>(
  key: string,
  title: string,
  value: (row: Row) => string | null | undefined,
): Column<Row> => ({
  key,
  title,
  value: (row) => value(row) ?? null,
  show: (row) => value(row) ?? '—',
});
