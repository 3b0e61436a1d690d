import { Amount } from './amount.tsx';
import type { Column } from './column.ts';

/** A column of amounts: 万元 on the screen, yuan in a sheet. */
export const amountColumn = <Row,>(
  key: string,
  title: string,
  fen: (row: Row) => number | null | undefined,
): Column<Row> => ({
  key,
  title,
  show: (row) => <Amount fen={fen(row)} />,
  value: (row) => {
    const amount = fen(row);
    return amount === null || amount === undefined ? null : amount / 100;
  },
  isNumber: true,
});
