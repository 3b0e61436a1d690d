import { hrefOf } from '../shell/address.ts';
import type { Column } from './column.ts';

/** A column of texts that lead to a place in the page. */
export const linkColumn = <Row,>(
  key: string,
  title: string,
  text: (row: Row) => string,
  place: (row: Row) => string,
): Column<Row> => ({
  key,
  title,
  value: text,
  show: (row) => <a href={hrefOf(place(row))}>{text(row)}</a>,
});
