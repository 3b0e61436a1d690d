import type { Column } from './column.ts';
import { countText } from './count-text.ts';

/** A column of counts. */
export const numberColumn = <Row>(key: string, title: string, value: (row: Row) => number | null): Column<Row> => ({
  key,
  title,
  value,
  show: (row) => {
    const count = value(row);
    return count === null ? '—' : countText(count);
  },
  isNumber: true,
});
