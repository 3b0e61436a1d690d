import type { Shape } from '../../api/calls.ts';
import { useLists } from '../../api/use-list.ts';
import { type ImportedPart, rowInSheet } from '../../imports/imported-part.ts';
import type { Column } from '../../parts/column.ts';
import { useInstitutionName } from '../../parts/institution-names.tsx';
import { ListTable } from '../../parts/list-table.tsx';
import { numberColumn } from '../../parts/number-column.ts';
import { textColumn } from '../../parts/text-column.ts';
import type { SheetKind } from '../../sheets/read-file.ts';
import { useTexts } from '../../shell/language.tsx';
import { loanImportTexts } from '../loan-import/texts.ts';
import { listImportTexts } from './texts.ts';
import { useReason } from './use-reason.ts';

type Rejection = Shape<'Rejection'>;

interface RejectionsTableProps {
  readonly kind: SheetKind;
  readonly parts: readonly ImportedPart[];
}

/** The rows that were not taken, each with what would be right. */
export function RejectionsTable({ kind, parts }: RejectionsTableProps) {
  const texts = useTexts(listImportTexts);
  const loanTexts = useTexts(loanImportTexts);
  const nameOf = useInstitutionName();
  const reasonOf = useReason(kind);
  const listing = useLists(
    '/v1/imports/{importId}/rejections',
    parts.map(({ importId }) => ({ params: { importId } })),
    (rejection, part): Rejection => ({ ...rejection, row: rowInSheet(parts[part], rejection.row) }),
  );
  const said = (row: Rejection, field: string): string => String((row as Record<string, unknown>)[field] ?? '');
  const text = (key: string, title: string): Column<Rejection> =>
    textColumn(key, title, (row) => said(row, key) || null);
  const ofKind =
    kind === 'list'
      ? [
          text('creditCode', texts.creditCode),
          text('name', texts.name),
          text('certificateNumber', texts.number),
          text('issuedOn', texts.from),
          text('validUntil', texts.until),
        ]
      : [
          text('creditCode', texts.creditCode),
          textColumn<Rejection>('institutionId', loanTexts.institutionId, (row) => nameOf(said(row, 'institutionId'))),
          text('contractNumber', loanTexts.contractNumber),
          text('appliedOn', loanTexts.appliedOn),
        ];
  const columns: readonly Column<Rejection>[] = [
    { ...numberColumn('row', texts.row, ({ row }) => row), show: ({ row }) => row ?? texts.none },
    ...ofKind,
    {
      ...textColumn<Rejection>('message', texts.reason, reasonOf),
      show: (rejection) => <span className="reason">{reasonOf(rejection)}</span>,
    },
  ];
  return (
    <ListTable
      title={texts.rejections}
      listing={listing}
      columns={columns}
      keyOf={({ row, code }) => `${row} ${code}`}
    />
  );
}
