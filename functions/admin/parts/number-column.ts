import type { Column } from './column.ts';

/** A column of counts. */
export const numberColumn = <Row>(key: string, title: string, value: (row: Row) => number | null): Column<Row> => ({
  key,
  title,
  value,
  show: (row) => value(row) ?? '—',
  isNumber: true,
});
