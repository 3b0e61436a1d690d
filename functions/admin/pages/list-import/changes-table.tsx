import type { Shape } from '../../api/calls.ts';
import { useLists } from '../../api/use-list.ts';
import { type ImportedPart, rowInSheet } from '../../imports/imported-part.ts';
import type { Column } from '../../parts/column.ts';
import { ListTable } from '../../parts/list-table.tsx';
import { numberColumn } from '../../parts/number-column.ts';
import { textColumn } from '../../parts/text-column.ts';
import { useTexts } from '../../shell/language.tsx';
import { listImportTexts } from './texts.ts';

type Change = Shape<'PreviewedChange'>;
const tones = { added: 'good', updated: 'waiting', revoked: 'bad' } as const;

/** What a preview found that would change. */
export function ChangesTable({ parts }: { readonly parts: readonly ImportedPart[] }) {
  const texts = useTexts(listImportTexts);
  const listing = useLists(
    '/v1/imports/{importId}/changes',
    parts.map(({ importId }) => ({ params: { importId } })),
    (change, part): Change => ({ ...change, row: rowInSheet(parts[part], change.row) }),
  );
  const columns: readonly Column<Change>[] = [
    {
      key: 'change',
      title: texts.change,
      value: ({ change }) => texts[change],
      show: ({ change }) => <span className={`state state-${tones[change]}`}>{texts[change]}</span>,
    },
    { ...numberColumn('row', texts.row, ({ row }) => row), show: ({ row }) => row ?? texts.none },
    textColumn('name', texts.name, ({ name }) => name),
    textColumn('creditCode', texts.creditCode, ({ creditCode }) => creditCode),
    textColumn('number', texts.number, ({ certificateNumber }) => certificateNumber),
    textColumn('from', texts.from, ({ issuedOn }) => issuedOn),
    textColumn('until', texts.until, ({ validUntil }) => validUntil),
  ];
  return (
    <ListTable
      title={texts.change}
      listing={listing}
      columns={columns}
      keyOf={({ change, creditCode, certificateNumber, row }) => `${change} ${creditCode} ${certificateNumber} ${row}`}
    />
  );
}
