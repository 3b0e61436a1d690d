import type { Shape } from '../../api/calls.ts';
import { useList } from '../../api/use-list.ts';
import type { Column } from '../../parts/column.ts';
import { ListTable } from '../../parts/list-table.tsx';
import { useTexts } from '../../shell/language.tsx';
import { listImportTexts } from './texts.ts';

type Rejection = Shape<'Rejection'>;

/** The rows that were not taken, each with what would be right. */
export function RejectionsTable({ importId }: { readonly importId: string }) {
  const texts = useTexts(listImportTexts);
  const listing = useList('/v1/imports/{importId}/rejections', { params: { importId } });
  const said = (row: Rejection, field: string): string => String((row as Record<string, unknown>)[field] ?? '');
  const text = (key: string, title: string): Column<Rejection> => ({
    key,
    title,
    value: (row) => said(row, key),
    show: (row) => said(row, key) || texts.none,
  });
  const columns: readonly Column<Rejection>[] = [
    { key: 'row', title: texts.row, value: ({ row }) => row, show: ({ row }) => row, isNumber: true },
    text('creditCode', texts.creditCode),
    text('name', texts.name),
    text('certificateNumber', texts.number),
    text('issuedOn', texts.from),
    text('validUntil', texts.until),
    text('message', texts.reason),
  ];
  return (
    <ListTable
      name={texts.rejections}
      label={texts.rejections}
      listing={listing}
      columns={columns}
      keyOf={({ row, code }) => `${row} ${code}`}
    />
  );
}
