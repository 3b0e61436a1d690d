import { Button, Table, type TableProps } from 'antd';
import { type ReactNode, useMemo, useState } from 'react';
import type { Listing } from '../api/use-list.ts';
import { useTexts } from '../shell/language.tsx';
import { type Column, compareValues } from './column.ts';
import { ColumnChoice } from './column-choice.tsx';
import { countText } from './count-text.ts';
import { instantText } from './day.ts';
import { ExportButton } from './export-button.tsx';
import { ProblemNotice } from './problem-notice.tsx';
import { filled, partTexts } from './texts.ts';
import { useIsPrinting } from './use-is-printing.ts';

export interface ListTableProps<Row> {
  /** Names the table and the exported file. */
  readonly title: string;
  readonly listing: Listing<Row>;
  readonly columns: readonly Column<Row>[];
  readonly keyOf: (row: Row) => string;
  /** Beside what the API was asked for. */
  readonly filter?: (row: Row) => boolean;
  readonly selection?: TableProps<Row>['rowSelection'];
  readonly tools?: ReactNode;
  readonly pageSize?: number;
}

const sizes = [20, 50, 100, 200];

/** A list: sorted, paged, its columns chosen, exported as it is seen, printed whole. */
export function ListTable<Row extends object>(props: ListTableProps<Row>) {
  const { title, listing, columns, keyOf, filter, selection, tools, pageSize: sizeGiven = 20 } = props;
  const texts = useTexts(partTexts);
  const isPrinting = useIsPrinting();
  const [shown, setShown] = useState(() => columns.filter(({ isExtra }) => !isExtra).map(({ key }) => key));
  const [pageSize, setPageSize] = useState(sizeGiven);
  const rows = useMemo(() => (filter ? listing.items.filter(filter) : listing.items), [listing.items, filter]);
  const visible = columns.filter(({ key }) => shown.includes(key));
  const tableColumns = visible.map((column) => ({
    key: column.key,
    title: column.title,
    align: column.isNumber ? ('right' as const) : ('left' as const),
    ...(column.width !== undefined && { width: column.width }),
    render: (_: unknown, row: Row) => column.show(row),
    ...(!column.isUnsorted && { sorter: (a: Row, b: Row) => compareValues(column.value(a), column.value(b)) }),
  }));
  const said = listing.isWhole ? texts.rows : listing.isLoading ? texts.rowsSoFar : texts.rowsOfMore;
  const count = filled(said, { count: countText(rows.length) });

  return (
    <>
      <ProblemNotice problem={listing.problem} />
      <p className="print-only">
        {count} · {texts.printedAt} {instantText(new Date().toISOString())}
      </p>
      <div className="list-tools no-print">
        <span role="status" className="quiet">
          {count}
        </span>
        {!listing.isWhole && !listing.isLoading && listing.problem === null && (
          <Button size="small" onClick={listing.more}>
            {texts.more}
          </Button>
        )}
        <span className="list-tools-right">
          {tools}
          <ColumnChoice columns={columns} shown={shown} onChange={setShown} />
          <ExportButton name={title} columns={visible} rows={rows} />
          <Button size="small" onClick={() => print()}>
            {texts.print}
          </Button>
          <Button size="small" onClick={listing.reload}>
            {texts.reload}
          </Button>
        </span>
      </div>
      <Table<Row>
        aria-label={title}
        size="small"
        rowKey={keyOf}
        columns={tableColumns}
        dataSource={rows as Row[]}
        loading={listing.isLoading && rows.length === 0}
        showSorterTooltip={false}
        {...(!isPrinting && { scroll: { x: 'max-content' } })}
        {...(selection && { rowSelection: selection })}
        // Nothing is known to be missing while it is still being asked for.
        locale={{ emptyText: listing.isLoading ? ' ' : texts.nothing }}
        pagination={
          isPrinting || rows.length <= Math.min(sizeGiven, pageSize)
            ? false
            : {
                pageSize,
                pageSizeOptions: sizes,
                showSizeChanger: true,
                onShowSizeChange: (_, size) => setPageSize(size),
              }
        }
      />
    </>
  );
}
