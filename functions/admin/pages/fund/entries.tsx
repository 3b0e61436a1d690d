import type { Shape } from '../../api/calls.ts';
import { useList } from '../../api/use-list.ts';
import { Amount } from '../../parts/amount.tsx';
import type { Column } from '../../parts/column.ts';
import { FilteredList } from '../../parts/filtered-list.tsx';
import { useInstitutionName } from '../../parts/institution-names.tsx';
import { textColumn } from '../../parts/text-column.ts';
import { useFilters } from '../../parts/use-filters.ts';
import { useTexts } from '../../shell/language.tsx';
import { usePunctuation } from '../../shell/punctuation.ts';
import { useWords } from '../../words/words.ts';
import { fundTexts } from './texts.ts';

type Entry = Shape<'FundEntry'>;
type Line = Entry['lines'][number];

/** The ledger's entries, each with both its sides. */
export function Entries() {
  const texts = useTexts(fundTexts);
  const words = useWords();
  const { aside } = usePunctuation();
  const nameOf = useInstitutionName();
  const filters = useFilters('from', 'to');
  const listing = useList('/v1/fund/entries', { query: filters.values });
  const typeName = (type: string): string => (texts as Readonly<Record<string, string>>)[type] ?? type;
  const accountName = (account: string): string => {
    const [kind = '', institution] = account.split(':');
    return institution === undefined ? words.account(kind) : aside(words.account(kind), nameOf(institution));
  };
  const side = (key: 'debit' | 'credit'): Column<Entry> => {
    const fen = (line: Line): number => (key === 'debit' ? line.debitFen : line.creditFen);
    const lines = ({ lines: all }: Entry) => all.filter((line) => fen(line) > 0);
    return {
      key,
      title: texts[key],
      value: (row) =>
        lines(row)
          .map(({ account }) => accountName(account))
          .join('、'),
      show: (row) =>
        lines(row).map((line) => (
          <div key={line.account}>
            {accountName(line.account)} <Amount fen={fen(line)} />
          </div>
        )),
      isUnsorted: true,
    };
  };
  const columns: readonly Column<Entry>[] = [
    textColumn('bookedOn', texts.bookedOn, ({ bookedOn }) => bookedOn),
    textColumn('type', texts.type, ({ type }) => typeName(type)),
    side('debit'),
    side('credit'),
    {
      key: 'amount',
      title: texts.amount,
      value: ({ lines }) => lines.reduce((sum, { debitFen }) => sum + debitFen, 0) / 100,
      show: ({ lines }) => <Amount fen={lines.reduce((sum, { debitFen }) => sum + debitFen, 0)} />,
      isNumber: true,
    },
    textColumn(
      'document',
      texts.document,
      ({ document }) => [document.voucherNumber, document.documentNumber].filter(Boolean).join(' ') || null,
    ),
  ];
  return (
    <FilteredList
      heading={texts.entries}
      title={texts.entries}
      filters={filters}
      fields={[
        { kind: 'day', name: 'from', label: texts.from },
        { kind: 'day', name: 'to', label: texts.to },
      ]}
      listing={listing}
      columns={columns}
      keyOf={({ entryId }) => entryId}
    />
  );
}
