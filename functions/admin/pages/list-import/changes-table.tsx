import type { Shape } from '../../api/calls.ts';
import { useList } from '../../api/use-list.ts';
import type { Column } from '../../parts/column.ts';
import { ListTable } from '../../parts/list-table.tsx';
import { useTexts } from '../../shell/language.tsx';
import { listImportTexts } from './texts.ts';

type Change = Shape<'PreviewedChange'>;
const tones = { added: 'good', updated: 'waiting', revoked: 'bad' } as const;

/** What a preview found that would change. */
export function ChangesTable({ importId }: { readonly importId: string }) {
  const texts = useTexts(listImportTexts);
  const listing = useList('/v1/imports/{importId}/changes', { params: { importId } });
  const text = (key: string, title: string, value: (row: Change) => string | null): Column<Change> => ({
    key,
    title,
    value,
    show: (row) => value(row) ?? texts.none,
  });
  const columns: readonly Column<Change>[] = [
    {
      key: 'change',
      title: texts.change,
      value: ({ change }) => texts[change],
      show: ({ change }) => <span className={`state state-${tones[change]}`}>{texts[change]}</span>,
    },
    { key: 'row', title: texts.row, value: ({ row }) => row, show: ({ row }) => row ?? texts.none, isNumber: true },
    text('name', texts.name, ({ name }) => name),
    text('creditCode', texts.creditCode, ({ creditCode }) => creditCode),
    text('number', texts.number, ({ certificateNumber }) => certificateNumber),
    text('from', texts.from, ({ issuedOn }) => issuedOn),
    text('until', texts.until, ({ validUntil }) => validUntil),
  ];
  return (
    <ListTable
      name={texts.change}
      label={texts.change}
      listing={listing}
      columns={columns}
      keyOf={({ change, creditCode, certificateNumber, row }) => `${change} ${creditCode} ${certificateNumber} ${row}`}
    />
  );
}
